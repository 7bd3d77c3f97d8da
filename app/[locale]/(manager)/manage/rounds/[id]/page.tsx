import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { FollowFigures } from '#components/follow/follow-figures.tsx'
import { FollowApplications } from '#components/follow/follow-applications.tsx'
import { FollowScorers } from '#components/follow/follow-scorers.tsx'
import { keptOf } from '#components/follow/kept.ts'
import { RoundPage } from '#components/round/round-page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { showBoard } from '#lib/server/assignment/show-board.ts'
import { orNotFound } from '#lib/server/page.ts'
import { remind } from './actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = cache(async (roundId: string) => orNotFound(showBoard(await signedInCaller(), { roundId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { head }] = await Promise.all([getLocale(), params.then(({ id }) => load(id))])
  return { title: inLocale(head.name, locale) }
}

export default async function RoundBoardPage({ params, searchParams }: Props) {
  const [t, board, { show, told }] = await Promise.all([getTranslations('follow'), params.then(({ id }) => load(id)), searchParams])
  const kept = keptOf(show)
  return (
    <RoundPage head={board.head} here="board" lead={t('lead')} saved={typeof told === 'string' && /^\d{1,4}$/.test(told) ? t('told', { count: Number(told) }) : null}>
      <FollowFigures board={board} />
      <FollowApplications board={board} kept={kept} />
      <FollowScorers board={board} kept={kept} remind={remind} />
    </RoundPage>
  )
}
