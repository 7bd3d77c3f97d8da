import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { RoundPage } from '#components/round/round-page.tsx'
import { AddScorers } from '#components/scorer/add-scorers.tsx'
import { ScorerForm } from '#components/scorer/scorer-form.tsx'
import { ScorerTable } from '#components/scorer/scorer-table.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { listScorers } from '#lib/server/scorer/list-scorers.ts'
import { addMembers, addOne, change, remove } from './actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = cache(async (roundId: string) => orNotFound(listScorers(await signedInCaller(), { roundId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { head }] = await Promise.all([getTranslations('round.titles'), getLocale(), params.then(({ id }) => load(id))])
  return { title: t('of', { place: t('scorers'), round: inLocale(head.name, locale) }) }
}

export default async function ScorersPage({ params, searchParams }: Props) {
  const [t, { id }, { edit, saved, added }] = await Promise.all([getTranslations('scorer'), params, searchParams])
  const { head, scorers, candidates, silent, ruptures, stages } = await load(id)
  const edited = scorers.find((each) => each.id === edit)
  const done = typeof added === 'string' && /^\d{1,3}$/.test(added) ? t('added', { count: Number(added) }) : saved === 'removed' ? t('removed') : saved ? t('saved') : null
  return (
    <RoundPage head={head} here="scorers" lead={t('lead')} saved={done}>
      <ScorerTable round={head} scorers={scorers} stages={stages} ruptures={ruptures} edited={edited?.id} />
      {head.phase !== 'closed' && edited && <ScorerForm round={head} scorer={edited} stages={stages} ruptures={ruptures} change={change} remove={remove} />}
      {head.phase !== 'closed' && <AddScorers round={head} candidates={candidates} silent={silent} addMembers={addMembers} addOne={addOne} />}
    </RoundPage>
  )
}
