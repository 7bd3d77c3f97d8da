import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { RoundApplications } from '#components/round/round-applications.tsx'
import { RoundPage } from '#components/round/round-page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { listRoundApplications } from '#lib/server/round/show-rounds.ts'
import { addChosen, removeChosen } from '../../actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = cache(async (roundId: string) => orNotFound(listRoundApplications(await signedInCaller(), { roundId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { head }] = await Promise.all([getTranslations('round.titles'), getLocale(), params.then(({ id }) => load(id))])
  return { title: t('of', { place: t('applications'), round: inLocale(head.name, locale) }) }
}

const number = (value: unknown) => (typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : null)

export default async function RoundApplicationsPage({ params, searchParams }: Props) {
  const [t, { id }, search] = await Promise.all([getTranslations('round.applications'), params, searchParams])
  const { head, applications } = await load(id)
  const [added, removed] = [number(search.added), number(search.removed)]
  const saved = added !== null ? t('added', { count: added }) : removed !== null ? t('removed', { count: removed }) : null
  return (
    <RoundPage head={head} here="applications" lead={t('lead', { kind: head.kind })} saved={saved}>
      <RoundApplications round={head} applications={applications} actions={{ add: addChosen, remove: removeChosen }} />
    </RoundPage>
  )
}
