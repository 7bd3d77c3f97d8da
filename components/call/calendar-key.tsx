import { useLocale, useTranslations } from 'next-intl'
import type { BarKind, Timeline } from '#lib/domain/timeline.ts'
import { PhaseLine } from '#components/call/phase-line.tsx'

/** At most six names, evenly apart; the year under the first and under each January. */
export function CalendarMonths({ months, className }: { months: Timeline['months']; className: string }) {
  const locale = useLocale()
  const every = Math.ceil(months.length / 6)
  const short = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  return (
    <svg width="100%" height="40" className={`block text-small ${className}`}>
      {months.map(({ month, at }, index) =>
        index % every === 0 ? (
          <text key={month} x={`${(at * 100).toFixed(2)}%`} dx="3" className="fill-soft">
            <tspan dy="16">{short.format(new Date(`${month}-01T00:00:00Z`))}</tspan>
          </text>
        ) : null,
      )}
      {months.map(({ month, at }, index) =>
        index === 0 || month.endsWith('-01') ? (
          <text key={month} x={`${(at * 100).toFixed(2)}%`} dx="3" y="36" className="fill-soft font-semibold">
            {month.slice(0, 4)}
          </text>
        ) : null,
      )}
    </svg>
  )
}

/** What each kind of bar means, for those that are drawn. */
export function CalendarLegend({ kinds }: { kinds: readonly BarKind[] }) {
  const t = useTranslations('call.calendar.legend')
  return (
    <figcaption>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-small text-soft">
        {kinds.map((kind) => (
          <li key={kind} className="flex items-center gap-2">
            <span className="block w-10">
              <PhaseLine id={`legend-${kind}`} bar={{ slug: kind, kind, from: kind === 'open' ? 0.08 : 0, to: 1 }} months={[]} />
            </span>
            {t(kind)}
          </li>
        ))}
      </ul>
    </figcaption>
  )
}
