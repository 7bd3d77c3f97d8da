import { manager } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { locales } from '#lib/i18n/locale.ts'
import { wordedLetter } from '#lib/server/mail/write-mail.ts'
import { markOf, remindersOf } from '#lib/server/programme/reminder-letter.ts'
import { askedBoard, readBoard } from '#lib/server/programme/show-board.ts'
import { query } from '#lib/server/query.ts'

/**
 * The laureates of a view of the board whom a reminder would reach, with what waits for them and the very mail in each
 * language that somebody there reads; `mark` stands for all of it. `idle` counts those that nothing waits for. Five statements.
 */
export const previewReminders = query({
  name: 'programme.preview-reminders',
  input: askedBoard,
  may: manager,
  read: async ({ tx, now }, view) => {
    const today = parisDate(now)
    const { laureates, calls, call, unknown } = await readBoard(tx, view, today)
    const reminders = await remindersOf(tx, laureates, calls, today)
    return {
      view, call, unknown, shown: laureates.length, idle: laureates.length - reminders.length,
      reminders: reminders.map((reminder) => {
        const { laureate: { id, organisationName, solution, remindedAt }, things, to, letter } = reminder
        const mails = locales.map((locale) => ({ locale, people: to.filter((each) => each.locale === locale).length })).filter(({ people }) => people > 0)
        return { id, organisationName, solution, remindedToday: remindedToday(remindedAt, today), things, mark: markOf(reminder), mails: mails.map((mail) => Object.assign(mail, textOf(wordedLetter(letter(mail.locale), mail.locale)))) }
      }),
    }
  },
})
export type PreviewedReminders = Awaited<ReturnType<typeof previewReminders>>

const textOf = ({ subject, text }: { subject: string; text: string }) => ({ subject, text })

/** The instant of the last reminder where it was on this Paris day. */
function remindedToday(remindedAt: string | null, today: string): Date | null {
  const at = remindedAt === null ? null : new Date(remindedAt)
  return at !== null && parisDate(at) === today ? at : null
}
