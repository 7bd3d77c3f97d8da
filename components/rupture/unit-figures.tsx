import { useLocale, useTranslations } from 'next-intl'
import { interval } from '#lib/domain/estimate.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { formatFigure } from '#lib/i18n/format.ts'
import { axisFrom } from '#components/chart/axis.ts'
import { IntervalPlot, plotWidth } from '#components/chart/interval-plot.tsx'
import { numbersOf, type UnitGroup } from '#components/rupture/estimate-groups.ts'
import { EstimateFacts } from '#components/rupture/estimate-facts.tsx'
import { Figure } from '#components/rupture/figure.tsx'
import type { NotedSource } from '#components/ui/source-note.tsx'

/** Figures of one unit on one axis; a single figure has nothing to be compared with, so it is only written. */
export function UnitFigures({ group: { percent, estimates }, sources }: { group: UnitGroup; sources: readonly NotedSource[] }) {
  const t = useTranslations('rupture.estimate')
  const locale = useLocale()
  const axis = axisFrom(estimates.flatMap(numbersOf), plotWidth, percent)
  const drawn = estimates.length > 1 || percent || estimates.some((it) => interval(it).shape !== 'point')
  const unit = estimates[0]?.unit ?? null
  return (
    <div className="mt-6">
      {drawn && (
        <p className="text-small text-soft">
          {t('axis', { count: estimates.length, from: 0, to: formatFigure(axis.max, unit === null ? null : inLocale(unit, locale), locale) })}
        </p>
      )}
      <ul className="border-t border-rule">
        {estimates.map((estimate) => (
          <li key={estimate.slug} id={estimate.slug} className="keep grid gap-x-8 gap-y-2 border-b border-rule py-4 target:bg-wash md:grid-cols-[1fr_16rem] lg:grid-cols-[1fr_16rem_19rem]">
            <p className="font-semibold">{inLocale(estimate.name, locale)}</p>
            <div>
              <Figure estimate={estimate} className="text-h3 font-bold" />
              {drawn && <IntervalPlot interval={interval(estimate)} axis={axis} />}
            </div>
            <div className="md:col-span-2 lg:col-span-1">
              <EstimateFacts estimate={estimate} sources={sources} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
