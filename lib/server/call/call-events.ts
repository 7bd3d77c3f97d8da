import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { callWords } from '#lib/i18n/call-words.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import type { CalendarEvent } from '#lib/server/document/calendar-file.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'

/** Opening, deadline, phases and the day of the answer of a call run here, as events; a call known from the press has none. */
export function callEvents({ slug, title, demonstration, runHere, publishedAt, opensAt, closesAt, answerOn, phases, deadlineChanges, dateChanges, datesChangedAt }: PublicCall, locale: Locale): CalendarEvent[] {
  if (!runHere || publishedAt === null) return []
  const t = callWords(locale)
  const named = demonstration ? t('agenda.demonstration', { title: inLocale(title, locale) }) : inLocale(title, locale)
  const { hostname } = new URL(permalink('/'))
  const shared = (what: string) => ({
    uid: `call-${slug}-${what}@${hostname}`,
    sequence: deadlineChanges.length + dateChanges,
    changedAt: new Date(Math.max(...[publishedAt, deadlineChanges.at(-1)?.changedAt, datesChangedAt].flatMap((at) => (at ? [Date.parse(at)] : [])))),
    url: permalink(`/calls/${slug}`),
  })
  const at = (what: 'opening' | 'deadline', instant: string | null): CalendarEvent[] =>
    instant === null ? [] : [{ ...shared(what), start: new Date(instant), title: t(`agenda.${what}`, { call: named }), description: t(`agenda.${what}Text`) }]
  return [
    ...at('opening', opensAt),
    ...at('deadline', closesAt),
    ...phases.flatMap(({ slug: phase, title: words, startsAt, endsAt }): CalendarEvent[] =>
      startsAt === null ? [] : [{ ...shared(`phase-${phase}`), start: new Date(startsAt), ...(endsAt !== null && { end: new Date(endsAt) }), title: t('agenda.phase', { phase: inLocale(words, locale), call: named }) }],
    ),
    ...(answerOn === null ? [] : [{ ...shared('answer'), allDay: true as const, start: answerOn, title: t('agenda.answer', { call: named }) }]),
  ]
}
