import { useLocale, useTranslations } from 'next-intl'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { PublicLaureate } from '#lib/domain/public-laureate.ts'
import type { PublicRupture } from '#lib/domain/public-rupture.ts'
import { type RuptureField, sizeInPeople } from '#lib/domain/rupture.ts'
import { everyRupture, type RuptureFilter, ruptureFilterQuery } from '#lib/domain/rupture-filter.ts'
import { bridging } from '#components/pathway/map-input.ts'
import { RuptureCard } from '#components/rupture/rupture-card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'

type Props = {
  found: readonly PublicRupture[]
  all: readonly PublicRupture[]
  stages: readonly { slug: string; title: Localized }[]
  laureates: readonly PublicLaureate[]
  filter: RuptureFilter
}

/** The ruptures that pass the filter, stage by stage. The gaps of one field are drawn at one scale. */
export function RuptureList({ found, all, stages, laureates, filter }: Props) {
  const t = useTranslations('rupture.list')
  const locale = useLocale()
  const largestIn = (field: RuptureField) => Math.max(0, ...all.filter((it) => it.field === field).map(({ estimates }) => sizeInPeople(estimates) ?? 0))
  return (
    <>
      <p role="status" className="font-semibold">
        {t('count', { found: found.length, all: all.length })}
      </p>
      {found.length > 0 && <p className="mt-1 max-w-measure text-small text-soft">{t('scale')}</p>}
      {found.length === 0 && (
        <div className="mt-8">
          <EmptyState title={t('none')}>
            <p>{t.rich(filter.q === '' ? 'noneHint' : 'noneHintText', { all: (words) => <Link href={`/ruptures${ruptureFilterQuery(everyRupture)}`}>{words}</Link> })}</p>
          </EmptyState>
        </div>
      )}
      {stages.map(({ slug, title }) => {
        const here = found.filter(({ stage }) => stage === slug)
        if (here.length === 0) return null
        return (
          <section key={slug} aria-labelledby={`list-${slug}`} className="mt-8">
            <h2 id={`list-${slug}`} className="border-b-2 border-line pb-2 font-serif text-h2 font-medium">
              {inLocale(title, locale)}
            </h2>
            <ul>
              {here.map((rupture) => (
                <RuptureCard key={rupture.slug} rupture={rupture} laureates={bridging(laureates, rupture.slug)} largest={largestIn(rupture.field)} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
