import { useLocale, useTranslations } from 'next-intl'
import { parisDaysBetween } from '#lib/domain/calendar.ts'
import { formatDay, formatDistance, formatParisDay, formatParisHour, formatShortParisDay } from '#lib/i18n/format.ts'

/** A Paris date ("2021-09-28") in words. */
export function Day({ date }: { date: string }) {
  return <time dateTime={date}>{formatDay(date, useLocale())}</time>
}

/**
 * An instant as people say it: "mardi 12 mai 2026, 17 h, heure de Paris". The exact instant is on hover.
 * With `now`, how far away it is is added: "; dans 3 jours".
 */
export function Instant({ at, now }: { at: Date; now?: Date }) {
  const t = useTranslations('site.time')
  const locale = useLocale()
  const words = t('instant', { day: formatParisDay(at, locale), hour: formatParisHour(at, locale) })
  return (
    <time dateTime={at.toISOString()} title={at.toISOString()}>
      {now ? t('instantAndDistance', { instant: words, distance: formatDistance(parisDaysBetween(now, at), locale) }) : words}
    </time>
  )
}

/** The day and hour of an instant where a title already says that it is Paris time. */
export function Clock({ at }: { at: Date }) {
  const t = useTranslations('site.time')
  const locale = useLocale()
  return (
    <time dateTime={at.toISOString()} title={at.toISOString()}>
      {t('short', { day: formatParisDay(at, locale), hour: formatParisHour(at, locale) })}
    </time>
  )
}

/** An instant in a table, short and on one line; in full words on hover. */
export function ShortInstant({ at }: { at: Date }) {
  const t = useTranslations('site.time')
  const locale = useLocale()
  const hour = formatParisHour(at, locale)
  return (
    <time dateTime={at.toISOString()} title={t('instant', { day: formatParisDay(at, locale), hour })} className="whitespace-nowrap">
      {t('short', { day: formatShortParisDay(at, locale), hour })}
    </time>
  )
}
