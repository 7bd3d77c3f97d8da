import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ConflictGroups } from '#components/conflict/conflict-groups.tsx'
import { PinSection } from '#components/conflict/pin-section.tsx'
import { RoundPage } from '#components/round/round-page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { listConflicts } from '#lib/server/conflict/show-conflicts.ts'
import { orNotFound } from '#lib/server/page.ts'
import { declareOwn, detect, lift, pin } from './actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = cache(async (roundId: string) => orNotFound(listConflicts(await signedInCaller(), { roundId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { head }] = await Promise.all([getTranslations('round.titles'), getLocale(), params.then(({ id }) => load(id))])
  return { title: t('of', { place: t('conflicts'), round: inLocale(head.name, locale) }) }
}

const notes = ['pinned', 'lifted', 'declared'] as const

export default async function ConflictsPage({ params, searchParams }: Props) {
  const [t, { id }, { saved, found }] = await Promise.all([getTranslations('conflict.managed'), params, searchParams])
  const { head, pairs, scorers, applications } = await load(id)
  const note = notes.find((each) => each === saved)
  const done = typeof found === 'string' && /^\d{1,5}$/.test(found) ? t('found', { count: Number(found) }) : note ? t(`done.${note}`) : null
  return (
    <RoundPage head={head} here="conflicts" lead={t('lead')} saved={done}>
      <ConflictGroups round={head} pairs={pairs} scorers={scorers} actions={{ pin, lift, detect }} />
      <PinSection round={head} scorers={scorers} applications={applications} pin={pin} declareOwn={declareOwn} />
    </RoundPage>
  )
}
