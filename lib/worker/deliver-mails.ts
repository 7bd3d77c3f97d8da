import { eq, sql } from 'drizzle-orm'
import type { Transporter } from 'nodemailer'
import { transaction } from '#db/client.ts'
import { mail } from '#db/schema/mail.ts'
import { mailAddress } from '#lib/domain/person.ts'

export type Post = { transporter: Pick<Transporter, 'sendMail'>; from: string; host: string }
type Claimed = { id: string; recipient: string; kind: string; subject: string; text: string; calendar: string | null }

/** After so many tries over about two days a mail is left where it is, with its last error. */
const mostTries = 14

/** Sends what is due, one mail after the other, until nothing is. Resolves to how many left. */
export async function deliverMails(post: Post): Promise<number> {
  let sent = 0
  for (let claimed = await claim(); claimed; claimed = await claim()) {
    if (await deliver(post, claimed)) sent += 1
  }
  return sent
}

/**
 * Takes one due mail (addresses in `.example` belong to nobody, RFC 2606, and are never written to) and puts its next try off, in a transaction of its own: another worker passes over it, and if this
 * one dies while sending, the mail is tried again a minute or more later, longer than any attempt may take.
 */
async function claim(): Promise<Claimed | undefined> {
  return transaction('portal_worker', 'read write', async (tx) => {
    const [row] = await tx.execute<Claimed>(sql`
      update mail set tries = tries + 1, next_try_at = now() + least(interval '6 hours', interval '1 minute' * power(2, tries))
      where id = (
        select id from mail
        where sent_at is null and recipient not like '%.example' and next_try_at <= now() and tries < ${mostTries} and (expires_at is null or expires_at > now())
        order by next_try_at limit 1 for update skip locked)
      returning id, recipient, kind, subject, text, calendar`)
    return row
  })
}

/** The Message-ID never changes, so that a mail sent twice after a crash is recognised as one. */
async function deliver({ transporter, from, host }: Post, { id, recipient, kind, subject, text, calendar }: Claimed): Promise<boolean> {
  // Looked at once more at the last door (threat T13): what is not one plain address is never handed to a mail server.
  if (!mailAddress.safeParse(recipient).success) {
    await record(id, { tries: mostTries, lastError: 'not an address' })
    return false
  }
  try {
    await transporter.sendMail({
      from,
      to: { name: '', address: recipient },
      messageId: `<${id}@${host}>`,
      subject,
      text,
      ...(calendar !== null && { icalEvent: { method: methodOf(calendar), filename: 'invitation.ics', content: calendar } }),
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  } catch (error) {
    await record(id, { lastError: String(error instanceof Error ? error.message : error).slice(0, 500) })
    return false
  }
  // A link that signs in is not kept longer than it takes to send it.
  await record(id, { sentAt: sql`now()`, lastError: null, ...(kind === 'signIn' && { text: '' }) })
  return true
}

/** What the invitation asks of an agenda, which the mail says once more (RFC 6047 §2.4). */
function methodOf(calendar: string): string {
  return /^METHOD:([A-Z]+)\r$/mu.exec(calendar)?.[1] ?? 'PUBLISH'
}

async function record(id: string, values: Record<string, unknown>): Promise<void> {
  await transaction('portal_worker', 'read write', async (tx) => {
    await tx.update(mail).set(values).where(eq(mail.id, id))
  })
}
