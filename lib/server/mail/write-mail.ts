import { sql } from 'drizzle-orm'
import { createTranslator } from 'use-intl/core'
import type { Transaction } from '#db/client.ts'
import { mail } from '#db/schema/mail.ts'
import { env } from '#lib/env.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { mailMessages } from '#lib/i18n/mail-messages.ts'

type Letter =
  | { kind: 'signIn'; values: { link: string; code: string } }
  | { kind: 'invitation'; values: { link: string; email: string; inviter: string; organisation: string; role: string } }

type Envelope = { to: string; locale: Locale; personId?: string; senderId?: string; validMinutes?: number }

/**
 * Writes a mail into the outbox, in the transaction of the deed that causes it: both happen or neither.
 * `to` is one address already accepted by `mailAddress`. After `validMinutes` the mail is not sent any more.
 */
export async function writeMail(tx: Transaction, { to, locale, personId, senderId, validMinutes }: Envelope, { kind, values }: Letter): Promise<void> {
  const t = createTranslator({ locale, messages: { outbox: mailMessages(locale).outbox } })
  const words = { ...values, portal: env().PORTAL_URL }
  await tx.insert(mail).values({
    recipient: to,
    personId: personId ?? null,
    senderId: senderId ?? null,
    kind,
    locale,
    subject: oneLine(t(`outbox.${kind}.subject`, words)),
    text: t(`outbox.${kind}.text`, words),
    expiresAt: validMinutes === undefined ? null : sql`now() + make_interval(mins => ${validMinutes})`,
  })
}

/** An address of a page, in the language of the mail that carries it. */
export function pageAddress(locale: Locale, path: string): string {
  return `${env().PORTAL_URL}/${locale}${path}`
}

/** A subject is one header line: names cannot carry a second one. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 200)
}
