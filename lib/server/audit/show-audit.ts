import { desc, eq, lt, sql } from 'drizzle-orm'
import { auditEntry } from '#db/schema/audit.ts'
import { person } from '#db/schema/person.ts'
import { administrator } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { verifyChain } from '#lib/server/audit/verify-chain.ts'
import { z } from 'zod'

export const auditPageSize = 100

/** The journal, newest first, a page at a time: `before` is the last entry already seen. */
export const listAudit = query({
  name: 'audit.list',
  input: z.object({ before: z.coerce.number().int().positive().optional().catch(undefined) }),
  may: administrator,
  read: ({ tx }, { before }) =>
    tx
      .select({
        id: auditEntry.id, at: auditEntry.at, deed: auditEntry.deed, subject: auditEntry.subject, detail: auditEntry.detail,
        actorId: auditEntry.actorId, actorName: sql<string | null>`coalesce(${person.name}, ${person.email})`,
      })
      .from(auditEntry)
      .leftJoin(person, eq(person.id, auditEntry.actorId))
      .where(before === undefined ? undefined : lt(auditEntry.id, before))
      .orderBy(desc(auditEntry.id))
      .limit(auditPageSize),
})

/** Recomputes the chain of seals over the journal. */
export const verifyAudit = query({
  name: 'audit.verify',
  input: z.object({}),
  may: administrator,
  read: ({ tx }) => verifyChain(tx),
})
