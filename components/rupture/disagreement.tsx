import { useLocale, useTranslations } from 'next-intl'
import { interval } from '#lib/domain/estimate.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicEstimate } from '#lib/domain/public-rupture.ts'
import { formatList } from '#lib/i18n/format.ts'
import { axisFrom } from '#components/chart/axis.ts'
import { IntervalPlot, plotWidth } from '#components/chart/interval-plot.tsx'
import { numbersOf } from '#components/rupture/estimate-groups.ts'
import { EstimateFacts } from '#components/rupture/estimate-facts.tsx'
import { useFigureWords } from '#components/rupture/figure.tsx'
import type { NotedSource } from '#components/ui/source-note.tsx'

/** Figures that contradict each other, side by side on one axis. Neither is hidden, none is declared right. */
export function Disagreement({ estimates, sources }: { estimates: readonly PublicEstimate[]; sources: readonly NotedSource[] }) {
  const t = useTranslations('rupture.disagreement')
  const locale = useLocale()
  const words = useFigureWords()
  const [first] = estimates
  if (first === undefined) return null
  const axis = axisFrom(estimates.flatMap(numbersOf), plotWidth, first.unit?.fr.startsWith('%') ?? false)
  return (
    <section aria-label={t('title')} className="keep mt-8 border-s-4 border-uncertain bg-uncertain-wash px-5 py-5">
      <h3 className="font-serif text-h3 font-medium">{t('title')}</h3>
      <p className="mt-1 max-w-measure">{t('sentence', { figures: formatList(estimates.map((it) => words(it).main), locale) })}</p>
      <ul className="mt-4 grid gap-x-12 gap-y-6 md:grid-cols-2">
        {estimates.map((estimate) => {
          const { main, range } = words(estimate)
          return (
            <li key={estimate.slug} id={estimate.slug}>
              <p className="font-semibold">{inLocale(estimate.name, locale)}</p>
              <p className="mt-1 font-serif text-h2 font-medium tabular-nums">
                {main} {range && <span className="font-sans text-base font-normal text-soft">({range})</span>}
              </p>
              <div className="my-1.5">
                <IntervalPlot interval={interval(estimate)} axis={axis} />
              </div>
              <EstimateFacts estimate={estimate} sources={sources} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
