import { desc, eq } from 'drizzle-orm'
import { instance } from '#db/schema/instance.ts'
import { mail } from '#db/schema/mail.ts'
import type { Reader } from '#db/client.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

const columns = { id: mail.id, recipient: mail.recipient, kind: mail.kind, locale: mail.locale, subject: mail.subject, text: mail.text, createdAt: mail.createdAt }

/** The wall shows no mail outside of the demonstration's open mailbox; here that mailbox does not exist at all. */
async function requireMailbox(read: Reader): Promise<void> {
  const [row] = await read.select({ open: instance.mailboxIsOpen }).from(instance)
  if (!row?.open) throw new Refusal('not-found')
}

/** The mails the demonstration would have sent, newest first. */
export const listMails = query({
  name: 'mail.list',
  input: z.object({}),
  may: anyone,
  read: async ({ tx }) => {
    await requireMailbox(tx)
    return tx.select(columns).from(mail).orderBy(desc(mail.createdAt), desc(mail.id)).limit(100)
  },
})

/** One of them. */
export const readMail = query({
  name: 'mail.read',
  input: z.object({ id: z.uuid().catch('00000000-0000-0000-0000-000000000000') }),
  may: anyone,
  read: async ({ tx }, { id }) => {
    await requireMailbox(tx)
    const [found] = await tx.select(columns).from(mail).where(eq(mail.id, id))
    if (!found) throw new Refusal('not-found')
    return found
  },
})
