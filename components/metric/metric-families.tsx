import { useTranslations } from 'next-intl'
import { type Metric, metricFamilies } from '#lib/domain/metric.ts'
import { MetricEntry } from '#components/metric/metric-entry.tsx'
import type { Sources } from '#components/source/source-mark.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'

/** Metrics by family, with links to each family above them. */
export function MetricFamilies({ metrics, sources }: { metrics: readonly Metric[]; sources: Sources }) {
  const t = useTranslations('metric')
  const families = metricFamilies.map((family) => ({ family, its: metrics.filter((metric) => metric.family === family) })).filter(({ its }) => its.length > 0)
  return (
    <>
      <nav aria-label={t('contents')} className="mt-8">
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {families.map(({ family, its }) => (
            <li key={family}>
              <Link href={`#family-${family}`} className="inline-flex min-h-10 items-center gap-2">
                {t(`families.${family}`)} <span className="text-small tabular-nums text-soft">{its.length}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {families.map(({ family, its }) => (
        <Section key={family} id={`family-${family}`} title={t(`families.${family}`)}>
          <ul className="border-t border-rule">
            {its.map((metric) => (
              <MetricEntry key={metric.slug} metric={metric} sources={sources} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}
