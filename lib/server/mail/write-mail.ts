import { sql } from 'drizzle-orm'
import { createTranslator } from 'use-intl/core'
import type { Transaction } from '#db/client.ts'
import { mail } from '#db/schema/mail.ts'
import { env } from '#lib/env.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { mailMessages } from '#lib/i18n/mail-messages.ts'

export type Letter =
  | { kind: 'signIn'; values: { link: string; code: string } }
  | { kind: 'invitation'; values: { link: string; email: string; inviter: string; organisation: string; role: string } }
  | { kind: 'receipt'; values: Deposit & { sha256: string; sequence: number; open: 'all' | 'none'; stays: 'yes' | 'no'; staysUntil: string; answer: 'day' | 'none'; answerOn: string } }
  | { kind: 'withdrawal'; values: Deposit }
  | { kind: 'correction'; values: { number: string; solution: string; call: string; until: string; link: string } }
  | { kind: 'message'; values: { number: string; call: string; link: string } }
  | { kind: 'deadline'; values: { call: string; from: string; until: string; reason: string; link: string } }
  | { kind: 'latePermit'; values: { call: string; until: string; link: string } }
  | { kind: 'reminder'; values: { call: string; until: string; days: number; link: string } }
  | { kind: 'infected'; values: { call: string; link: string } }
  | { kind: 'reopened'; values: { round: string; call: string; link: string } }
  | { kind: 'declaration'; values: { call: string; round: string; due: 'day' | 'none'; until: string; link: string } }
  | { kind: 'scoring'; values: { call: string; round: string; until: string; link: string } }
  | { kind: 'scorerReminder'; values: { call: string; round: string; count: number; due: 'day' | 'none'; until: string; list: string; link: string } }
  | { kind: 'mentor'; values: { call: string; link: string } }
  | { kind: 'decision'; values: { call: string; link: string } }
  | { kind: 'checkIn' | 'checkInAnswer'; values: Followed & { month: number } }
  | { kind: 'milestoneDone' | 'milestoneAccepted' | 'milestoneReturned' | 'milestoneMoved' | 'sessionProposed' | 'sessionAgreed' | 'sessionReopened' | 'sessionCancelled'; values: Followed }
  | { kind: 'notice'; values: Told & { first: string } }
  | { kind: 'digest'; values: Told }
  | { kind: 'programmeReminder'; values: Followed & { count: number; list: string } }
  | { kind: 'askTaken'; values: { laureate: string; call: string; link: string } }
  | { kind: 'mentorDeclined'; values: { solution: string; link: string } }
  | { kind: 'mentorEnded'; values: { call: string; link: string } }
  | { kind: 'mentorAccepted' | 'mentorLeft'; values: { solution: string; link: string } }

/** `list` names what waits, most important first, each with its page. */
type Told = { count: number; list: string; link: string; preferences: string }
type Followed = { solution: string; call: string; link: string }
type Deposit = { number: string; solution: string; call: string; day: string; time: string; until: string; link: string }

/** Somebody to write to, in their language. */
export type Addressee = { personId: string; email: string; locale: Locale }

type Envelope = { to: string; locale: Locale; personId?: string; senderId?: string; validMinutes?: number }

/**
 * Writes a mail into the outbox, in the transaction of the deed that causes it: both happen or neither.
 * `to` is one address already accepted by `mailAddress`. After `validMinutes` the mail is not sent any more.
 */
export async function writeMail(tx: Transaction, { to, locale, personId, senderId, validMinutes }: Envelope, letter: Letter): Promise<void> {
  await tx.insert(mail).values({
    recipient: to,
    personId: personId ?? null,
    senderId: senderId ?? null,
    ...wordedLetter(letter, locale),
    expiresAt: validMinutes === undefined ? null : sql`now() + make_interval(mins => ${validMinutes})`,
  })
}

/**
 * The same letter to many, each in their language; `letter` is asked once for each. `senderId` is null for jobs. After
 * `expiresAt` it is not sent any more. `calendar` makes the invitation that goes with each.
 */
export async function writeMails(tx: Transaction, to: readonly Addressee[], senderId: string | null, letter: (locale: Locale) => Letter, expiresAt: Date | null = null, calendar?: (to: Addressee) => string): Promise<void> {
  const written = new Map<Locale, ReturnType<typeof wordedLetter>>()
  const rows = to.map((each) => {
    const { personId, email, locale } = each
    const words = written.get(locale) ?? wordedLetter(letter(locale), locale)
    written.set(locale, words)
    return { recipient: email, personId, senderId, expiresAt, calendar: calendar?.(each) ?? null, ...words }
  })
  await insertMails(tx, rows)
}

/** To each a letter of their own. `senderId` is null for jobs. */
export async function writeLetters(tx: Transaction, letters: readonly { to: Addressee; letter: Letter }[], senderId: string | null = null): Promise<void> {
  await insertMails(tx, letters.map(({ to: { personId, email, locale }, letter }) => Object.assign(wordedLetter(letter, locale), { recipient: email, personId, senderId })))
}

async function insertMails(tx: Transaction, rows: readonly (typeof mail.$inferInsert)[]): Promise<void> {
  for (let from = 0; from < rows.length; from += mostAtOnce) await tx.insert(mail).values(rows.slice(from, from + mostAtOnce))
}

/** Rows in one statement; a statement holds 65,535 values at most. */
const mostAtOnce = 1_000

/** A letter as it is sent: what a preview shows is this. */
export function wordedLetter({ kind, values }: Letter, locale: Locale) {
  const t = createTranslator({ locale, messages: { outbox: mailMessages(locale).outbox } })
  const words = { ...values, portal: env().PORTAL_URL }
  return { kind, locale, subject: oneLine(t(`outbox.${kind}.subject`, words)), text: t(`outbox.${kind}.text`, words) }
}

/** An address of a page, in the language of the mail that carries it. */
export function pageAddress(locale: Locale, path: string): string {
  return `${env().PORTAL_URL}/${locale}${path}`
}

/** A subject is one header line: names cannot carry a second one. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 200)
}
