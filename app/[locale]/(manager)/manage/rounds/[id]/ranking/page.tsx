import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { RankingSections } from '#components/ranking/ranking-sections.tsx'
import { RoundPage } from '#components/round/round-page.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { rankingView } from '#lib/domain/ranked-row.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { madeOfAnswers } from '#lib/server/making.ts'
import { orNotFound, orNull } from '#lib/server/page.ts'
import { replayFrozen } from '#lib/server/ranking/freeze-ranking.ts'
import { askRanking, coverageOf, rankedOf } from '#lib/server/ranking/show-ranking.ts'
import { addChosen } from '../../actions.ts'
import { freeze } from './actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = cache(async (roundId: string) => orNotFound(askRanking(await signedInCaller(), { roundId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { head }] = await Promise.all([getTranslations('round.titles'), getLocale(), params.then(({ id }) => load(id))])
  return { title: t('of', { place: t('ranking'), round: inLocale(head.name, locale) }) }
}

export default async function RankingPage({ params, searchParams }: Props) {
  const [t, { id }, search] = await Promise.all([getTranslations('ranking'), params, searchParams])
  const { head, walledOff, asked } = await load(id)
  const view = rankingView(search)
  if (view.replay === null) madeOfAnswers()
  if (asked === null) return <RoundPage head={head} here="ranking" lead={t('lead')} wide><Notice tone="stop" title={t('walledOff.title')}><p>{t('walledOff.text', { count: walledOff })}</p></Notice></RoundPage>
  const [ranked, replayed] = await Promise.all([rankedOf(head, asked), view.replay === null ? null : orNull(replayFrozen(await signedInCaller(), { roundId: id, rankingId: view.replay }))])
  const chosen = view.chosen.filter((each) => ranked.rows.some((row) => row.id === each))
  const candidateIds = chosen.length > 0 ? chosen : ranked.result.shortlist.applicationIds
  return (
    <RoundPage head={head} here="ranking" lead={t('lead')} saved={search.frozen ? t('freeze.done') : null} wide>
      <RankingSections ranked={ranked} view={view} coverage={coverageOf(ranked, candidateIds)} candidateIds={candidateIds} isChosen={chosen.length > 0} juries={asked.juries} frozen={asked.frozen} replayed={replayed} actions={{ freeze, add: addChosen }} />
    </RoundPage>
  )
}
