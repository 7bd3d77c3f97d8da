'use client'
import { useEffect, useState } from 'react'
import { fill, useDraftParts, useEditor, useView } from '#components/draft/editor-context.ts'
import { isPast, parisDaysBetween } from '#lib/domain/calendar.ts'
import { formatDistance, formatParisDay, formatParisHour } from '#lib/i18n/format.ts'

const minute = 60_000
const hour = 60 * minute

/** How long is left, on the server's clock: in days, in hours on the last day, in minutes in the last hour. */
export function DeadlineLine({ now: madeAt }: { now: string }) {
  const { session, locale } = useEditor()
  const { words } = useDraftParts()
  const closesAt = useView((view) => view.closesAt)
  const [now, setNow] = useState(() => Date.parse(madeAt))
  useEffect(() => {
    const look = () => setNow(session.now())
    look()
    const timer = setInterval(look, 5_000)
    return () => clearInterval(timer)
  }, [session])
  const { deadline } = words
  const end = new Date(closesAt)
  if (isPast(end, new Date(now))) return <p className="text-soft">{fill(deadline.closed, { day: formatParisDay(end, locale), hour: formatParisHour(end, locale) })}</p>
  const left = closesAt - now
  if (left < minute) return <p role="timer" className="font-semibold text-rupture-ink">{deadline.lastMinute}</p>
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  const days = parisDaysBetween(new Date(now), end)
  const distance = left < hour ? relative.format(Math.floor(left / minute), 'minute') : left < 24 * hour ? relative.format(Math.floor(left / hour), 'hour') : formatDistance(days, locale)
  return (
    <p role="timer" className={left < hour ? 'font-semibold text-rupture-ink' : 'text-soft'}>
      <time dateTime={end.toISOString()} title={`${formatParisDay(end, locale)}, ${formatParisHour(end, locale)}`}>{fill(deadline.closes, { distance })}</time>
    </p>
  )
}
