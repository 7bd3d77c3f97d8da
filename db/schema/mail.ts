import { sql } from 'drizzle-orm'
import { index, integer, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { actor, createdAt, id, instant, portalApp, portalAuth, portalWorker } from '#db/schema/roles.ts'
import { person } from '#db/schema/person.ts'

/** A mail to send, written with the deed that causes it and sent by a job. The outbox. After `expiresAt` it is not worth sending. */
export const mail = pgTable(
  'mail',
  {
    id: id(),
    recipient: text().notNull(),
    personId: uuid().references(() => person.id, { onDelete: 'set null' }),
    senderId: uuid(),
    kind: text().notNull(),
    locale: text({ enum: ['fr', 'en'] }).notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    /** An invitation that goes with it, as iCalendar; its METHOD says whether it asks or cancels. */
    calendar: text(),
    createdAt: createdAt(),
    expiresAt: instant(),
    tries: integer().notNull().default(0),
    nextTryAt: createdAt(),
    sentAt: instant(),
    lastError: text(),
  },
  (table) => [
    index('mail_to_send').on(table.nextTryAt).where(sql`sent_at is null`),
    pgPolicy('mail_write', { for: 'insert', to: portalApp, withCheck: sql`sender_id = ${actor} and sent_at is null and tries = 0` }),
    pgPolicy('mail_demonstration_mailbox', { for: 'select', to: portalApp, using: sql`(select portal.mailbox_is_open())` }),
    pgPolicy('mail_sign_in', { for: 'insert', to: portalAuth, withCheck: sql`sent_at is null and tries = 0` }),
    pgPolicy('mail_send', { for: 'all', to: portalWorker, using: sql`true`, withCheck: sql`true` }),
  ],
)
