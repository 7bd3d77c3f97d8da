import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { RoundFacts } from '#components/decision/round-facts.tsx'
import { SelectionFacts } from '#components/decision/selection-facts.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { showSelection } from '#lib/server/decision/show-selection.ts'
import { visitor } from '#lib/server/opening.ts'
import { orNotFound } from '#lib/server/page.ts'
import { publicMetadata } from '../../../public-metadata.ts'

type Props = { params: Promise<{ slug: string }> }

const load = cache((slug: string) => orNotFound(showSelection(visitor, { slug })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { call }] = await Promise.all([getTranslations('decision.public'), getLocale(), params.then(({ slug }) => load(slug))])
  const title = inLocale(call.title, locale)
  return publicMetadata(locale, `/calls/${call.slug}/selection`, { title: t('pageTitle', { call: title }), description: t('description', { call: title }) })
}

export default async function CallSelectionPage({ params }: Props) {
  const [t, locale, shown] = await Promise.all([getTranslations('decision.public'), getLocale(), params.then(({ slug }) => load(slug))])
  const { call, laureates, rounds } = shown
  return (
    <Page>
      <PageHead above={<Breadcrumb items={[{ href: '/calls', label: t('calls') }, { href: `/calls/${call.slug}`, label: inLocale(call.title, locale) }]} />} title={t('title')} lead={t('lead')}>
        {call.demonstration && <p className="mt-3"><Tag tone="uncertain">{t('demonstration')}</Tag></p>}
      </PageHead>
      <Section id="laureates" title={t('laureates', { count: laureates.length })}>
        {laureates.length === 0 ? <EmptyState title={t('noLaureates')} /> : (
          <ul className="space-y-2">
            {laureates.map(({ slug, solution, organisation }) => <li key={slug}><Link href={`/laureates/${slug}`}>{inLocale(solution, locale)}</Link> <span className="text-soft">{organisation}</span></li>)}
          </ul>
        )}
      </Section>
      <SelectionFacts shown={shown} />
      {rounds.map((round) => <RoundFacts key={round.id} round={round} />)}
    </Page>
  )
}
