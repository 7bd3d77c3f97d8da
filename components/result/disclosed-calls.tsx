import { useLocale, useTranslations } from 'next-intl'
import { RollUpTable, rolled } from '#components/result/roll-up-table.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Instant } from '#components/ui/time.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { PublishedResult } from '#lib/domain/result.ts'
import { rollUp } from '#lib/domain/roll-up.ts'

type Release = { slug: string; title: Localized; demonstration: boolean; sequence: number; releasedAt: Date | null }

/** Calls with results, and what their laureates measured, rupture by rupture; invented ones are never counted with real ones. */
export function DisclosedCalls({ releases, results }: { releases: readonly Release[]; results: readonly (PublishedResult & { call: string; demonstration: boolean })[] }) {
  const t = useTranslations('result')
  const locale = useLocale()
  const last = [...Map.groupBy(releases, ({ slug }) => slug).values()].flatMap(([first]) => (first ? [first] : []))
  return last.map(({ slug, title, demonstration, sequence, releasedAt }) => {
    const own = results.filter(({ call }) => call === slug)
    return (
      <Section key={slug} id={`call-${slug}`} title={inLocale(title, locale)}>
        {demonstration && <p className="mb-3"><Tag tone="uncertain">{t('demonstration')}</Tag></p>}
        <p className="mb-4"><Link href={`/results/${slug}`}>{t('readAll', { count: own.length })}</Link>, {t('release', { sequence })}{releasedAt && <>, <Instant at={releasedAt} /></>}</p>
        <RollUpTable id={`roll-up-${slug}`} ruptures={rollUp(rolled(own)).ruptures} titles={new Map(own.map(({ rupture, ruptureTitle }) => [rupture, inLocale(ruptureTitle, locale)]))} />
      </Section>
    )
  })
}
