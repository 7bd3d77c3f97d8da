import type { Transaction } from '#db/client.ts'
import type { Person } from '#lib/domain/access.ts'
import { isOpen, type Window } from '#lib/domain/draft.ts'
import { isPast } from '#lib/domain/calendar.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { formatDay, formatParisDay, formatParisInstant, formatParisSecond } from '#lib/i18n/format.ts'
import type { Deposited } from '#lib/server/application/deposit.ts'
import type { LockedDraft } from '#lib/server/application/lock-draft.ts'
import { addressees } from '#lib/server/mail/addressees.ts'
import { pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'

type Facts = { actor: Person; locked: LockedDraft; now: Date }

/** The receipt by mail, to everybody who writes for the file: nothing of its content but the solution's name. */
export async function mailReceipt(tx: Transaction, { actor, locked, now, answer, solution }: Facts & { answer: Deposited; solution: string }): Promise<void> {
  const { draft, call, window } = locked
  const stays = window.staysOpenUntil !== null && window.staysOpen.length > 0 && !isPast(window.staysOpenUntil, now) ? window.staysOpenUntil : null
  const open = isOpen(window, now) ? 'all' : 'none'
  await writeMails(tx, await addressees(tx, draft.id, 'applicant'), actor.id, (locale) => ({
    kind: 'receipt',
    values: {
      number: answer.number, solution, call: inLocale(call.title, locale), sha256: answer.sha256, sequence: answer.sequence, open,
      day: formatParisDay(now, locale), time: formatParisSecond(now, locale), until: formatParisInstant(openUntil(window), locale),
      stays: stays ? 'yes' : 'no', staysUntil: stays ? formatParisInstant(stays, locale) : '',
      answer: call.answerOn === null ? 'none' : 'day', answerOn: call.answerOn === null ? '' : formatDay(call.answerOn, locale),
      link: pageAddress(locale, `/applications/${draft.id}`),
    },
  }))
}

/** Tells everybody who writes for a file that it was taken back. */
export async function mailWithdrawal(tx: Transaction, { actor, locked, now }: Facts): Promise<void> {
  const { draft, call, window, submitted } = locked
  await writeMails(tx, await addressees(tx, draft.id, 'applicant'), actor.id, (locale) => ({
    kind: 'withdrawal',
    values: {
      number: submitted?.number ?? '', solution: submitted?.solution ?? '', call: inLocale(call.title, locale),
      day: formatParisDay(now, locale), time: formatParisSecond(now, locale), until: formatParisInstant(openUntil(window), locale), link: pageAddress(locale, `/applications/${draft.id}`),
    },
  }))
}

/** Until when all is open for whoever acts: the deadline, or the end of a later permit. */
function openUntil({ closesAt, permitUntil }: Window): Date {
  return permitUntil !== null && permitUntil > closesAt ? permitUntil : closesAt
}
