import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicPhase } from '#lib/domain/public-call.ts'
import { barKinds, timeline } from '#lib/domain/timeline.ts'
import { CalendarLegend, CalendarMonths } from '#components/call/calendar-key.tsx'
import { PhaseLine } from '#components/call/phase-line.tsx'

/** The phases of a call on a line of months; nothing when no date is known. A table says the same below. */
export function PhaseFigure({ phases, withLegend = false }: { phases: readonly PublicPhase[]; withLegend?: boolean }) {
  const t = useTranslations('call.calendar')
  const locale = useLocale()
  const { bars, months } = timeline(phases)
  if (months.length === 0) return null
  return (
    <figure className="keep mb-10" aria-label={t('figure')}>
      <ol>
        {phases.map(({ slug, title }, index) => {
          const bar = bars[index]
          return (
            bar && (
              <li key={slug} className="grid gap-x-6 sm:grid-cols-[14rem_1fr]">
                <span className="pt-2 text-small sm:py-2">{inLocale(title, locale)}</span>
                <PhaseLine id={`phase-${slug}`} bar={bar} months={months} />
              </li>
            )
          )
        })}
        <li aria-hidden="true" className="grid gap-x-6 sm:grid-cols-[14rem_1fr]">
          <CalendarMonths months={months} className="sm:col-start-2" />
        </li>
      </ol>
      {withLegend && <CalendarLegend kinds={barKinds.filter((kind) => bars.some((bar) => bar.kind === kind))} />}
    </figure>
  )
}
