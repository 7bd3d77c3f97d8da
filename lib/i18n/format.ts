import { dateFormat, distanceFormat, listFormat, numberFormat } from '#lib/i18n/formatters.ts'
import type { Locale } from '#lib/i18n/locale.ts'

const nbsp = '\u00A0'

/** 77601 → "77 601" (French, narrow no-break space) or "77,601". At most `digits` decimals. */
export function formatNumber(value: number, locale: Locale, digits = 2): string {
  return numberFormat(locale, { maximumFractionDigits: digits }).format(value)
}

/**
 * A figure with its unit as people write it: "11,7 %", "1 600 000 personnes", "14 milliards d’euros/an".
 * `unit` is data, already in the language; thousands of millions are spelled out so that they can be read.
 */
export function formatFigure(value: number, unit: string | null, locale: Locale): string {
  const money = unit?.startsWith('€') ? unit.slice(1) : undefined
  const number = Math.abs(value) >= 1e9 ? formatLong(value, locale) : formatNumber(value, locale)
  if (money !== undefined) {
    if (locale === 'en') return `€${number}${money}`
    return Math.abs(value) >= 1e9 ? `${number} d’euros${money}` : `${number}${nbsp}€${money}`
  }
  if (unit === null) return number
  return unit.startsWith('%') && locale === 'en' ? `${number}${unit}` : `${number}${nbsp}${unit}`
}

function formatLong(value: number, locale: Locale): string {
  return numberFormat(locale, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 1 }).format(value).replaceAll(' ', nbsp)
}

/** A date in words: "28 septembre 2021", "28 September 2021". `day` is a Paris date, "2021-09-28". */
export function formatDay(day: string, locale: Locale): string {
  const text = dateFormat(dateLocale(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text
}

/** A month in words: "janvier 2022". `month` is "2022-01". */
export function formatMonth(month: string, locale: Locale): string {
  return dateFormat(dateLocale(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-15T12:00:00Z`))
}

/** The month of a day where room is short: "juin", "juil."; "Jun". `day` is a Paris date. */
export function formatShortMonth(day: string, locale: Locale): string {
  return dateFormat(dateLocale(locale), { month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))
}

/** The day of an instant in Paris, in words: "mardi 12 mai 2026". */
export function formatParisDay(instant: Date, locale: Locale): string {
  const text = dateFormat(dateLocale(locale), { dateStyle: 'full', timeZone: 'Europe/Paris' }).format(instant)
  return locale === 'fr' ? text.replace(/ 1 /, ' 1er ') : text
}

/** The same where room is short, in tables: "12 mai 2026", "1er nov. 2026". */
export function formatShortParisDay(instant: Date, locale: Locale): string {
  const text = dateFormat(dateLocale(locale), { dateStyle: 'medium', timeZone: 'Europe/Paris' }).format(instant)
  return (locale === 'fr' ? text.replace(/^1 /, '1er ') : text).replaceAll(' ', nbsp)
}

/** The hour of an instant in Paris: "17 h", "17 h 05"; "17:05" in English. */
export function formatParisHour(instant: Date, locale: Locale): string {
  const parts = dateFormat('en-GB', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Paris' }).formatToParts(instant)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const [hour, minute] = [String(Number(part('hour'))), part('minute')]
  if (locale === 'en') return `${hour.padStart(2, '0')}:${minute}`
  return minute === '00' ? `${hour}${nbsp}h` : `${hour}${nbsp}h${nbsp}${minute}`
}

/** Day and hour of an instant in Paris: "mardi 12 mai 2026, 17 h". That it is Paris time is for the sentence around to say. */
export function formatParisInstant(instant: Date, locale: Locale): string {
  return `${formatParisDay(instant, locale)}, ${formatParisHour(instant, locale)}`
}

/** The second of an instant in Paris, for what must be proved: "16 h 59 min 07 s"; "16:59:07" in English. */
export function formatParisSecond(instant: Date, locale: Locale): string {
  const [hour = '', minute = '', second = ''] = dateFormat('en-GB', { timeStyle: 'medium', hourCycle: 'h23', timeZone: 'Europe/Paris' }).format(instant).split(':')
  if (locale === 'en') return [hour, minute, second].join(':')
  return [Number(hour), 'h', minute, 'min', second, 's'].join(nbsp)
}

/** The size of a file as people say it, with its exact number of bytes: "1,2 Mo (1 234 567 octets)". */
export function formatBytes(bytes: number, locale: Locale): string {
  const said = (value: number, unit: string) => numberFormat(locale, { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: 1 }).format(value).replace(/\s(?=\p{L})/u, nbsp)
  const exact = said(bytes, 'byte')
  if (bytes < 1e3) return exact
  return `${bytes < 1e6 ? said(bytes / 1e3, 'kilobyte') : said(bytes / 1e6, 'megabyte')} (${exact})`
}

/** How far away: "dans 3 jours", "il y a 2 mois", "aujourd’hui". `days` may be negative. */
export function formatDistance(days: number, locale: Locale): string {
  const words = distanceFormat(locale, { numeric: 'auto' })
  const size = Math.abs(days)
  const text =
    size < 60 ? words.format(days, 'day') : size < 700 ? words.format(Math.round(days / 30.4), 'month') : words.format(Math.round(days / 365.25), 'year')
  return text.replace(/'/g, '’')
}

/** "a, b et c" in the language. */
export function formatList(items: readonly string[], locale: Locale): string {
  return listFormat(dateLocale(locale), { type: 'conjunction' }).format(items)
}

/** English is written as in Great Britain: day before month. */
function dateLocale(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : 'fr'
}

/** 0.6 → "60 %" (French, no-break space) or "60%". */
export function formatPercent(share: number, locale: Locale): string {
  return formatFigure(Math.round(share * 100), '%', locale)
}
