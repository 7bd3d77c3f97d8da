import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RankedRound } from '#components/ranking/ranked-round.ts'
import { BulletList } from '#components/article/bullet-list.tsx'
import { Heading, Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { regions } from '#lib/domain/region.ts'
import type { SelectionCoverage } from '#lib/domain/selection-coverage.ts'

type Props = { ranked: RankedRound; coverage: SelectionCoverage; candidates: number; isChosen: boolean; back: string }

/** What a set of applications covers together: ruptures, stages, challenges, regions, and the ruptures left without a bridge. */
export function CoverageSection({ ranked: { names }, coverage, candidates, isChosen, back }: Props) {
  const t = useTranslations('ranking.coverage')
  const regionNames = useTranslations('ranking.regions')
  const locale = useLocale()
  const titled = (all: readonly { slug: string; title: Localized }[], slug: string) => inLocale(all.find((each) => each.slug === slug)?.title ?? { fr: slug }, locale)
  const region = (id: string) => { const known = regions.find((each) => each === id); return known ? regionNames(known) : id }
  const counted = (all: readonly { id: string; applicationIds: string[] }[], word: (id: string) => string) => all.map(({ id, applicationIds }) => ({ key: id, name: word(id), value: t('dossiers', { count: applicationIds.length }), none: applicationIds.length === 0 }))
  const claimed = coverage.ruptures.filter(({ applicationIds, secondaryIds }) => applicationIds.length + secondaryIds.length > 0)
  return (
    <Section id="coverage" title={t('title')}>
      <p className="max-w-measure">{isChosen ? t.rich('ofChosen', { count: candidates, to: (words) => <Link href={back}>{words}</Link> }) : t('ofShortlist', { count: candidates })}</p>
      <p className="mb-4 max-w-measure text-soft">{t('lead')}</p>
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        <Counts title={t('ruptures')} rows={claimed.map(({ id, applicationIds, secondaryIds }) => ({ key: id, name: titled(names.ruptures, id), value: t('count', { primary: applicationIds.length, secondary: secondaryIds.length }), none: false }))}>
          {coverage.rupturesWithoutBridge.length === 0 ? <p>{t('withAll')}</p> : (
            <details><summary className="min-h-11 py-2 font-semibold text-uncertain-ink">{t('without', { count: coverage.rupturesWithoutBridge.length })}</summary><BulletList items={coverage.rupturesWithoutBridge.map((slug) => ({ key: slug, text: titled(names.ruptures, slug) }))} /></details>
          )}
        </Counts>
        <Counts title={t('stages')} rows={counted(coverage.stages, (slug) => titled(names.stages, slug))} />
        <Counts title={t('challenges')} rows={counted(coverage.challenges, (slug) => titled(names.challenges, slug))}>
          {coverage.withoutChallenge.length > 0 && <p>{t('withoutChallenge', { count: coverage.withoutChallenge.length })}</p>}
        </Counts>
        <Counts title={t('regions')} rows={counted(coverage.regions, region)}>
          {coverage.withoutRegion.length > 0 && <p>{t('withoutRegion', { count: coverage.withoutRegion.length })}</p>}
        </Counts>
      </div>
    </Section>
  )
}

function Counts({ title, rows, children }: { title: string; rows: readonly { key: string; name: string; value: string; none: boolean }[]; children?: ReactNode }) {
  return (
    <div>
      <Heading as={3} size={4} className="mb-1">{title}</Heading>
      <dl className="text-small">
        {rows.map(({ key, name, value, none }) => <div key={key} className="flex justify-between gap-4 border-t border-rule py-1.5"><dt>{name}</dt><dd className={`shrink-0 ${none ? 'text-uncertain-ink' : ''}`}>{value}</dd></div>)}
      </dl>
      <div className="text-small">{children}</div>
    </div>
  )
}
