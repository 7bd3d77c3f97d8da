import { and, eq, isNull, sql } from 'drizzle-orm'
import { latePermit } from '#db/schema/deadline.ts'
import { call } from '#db/schema/call.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { deadlineLimits, permitForm } from '#lib/domain/deadline.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { formatParisInstant } from '#lib/i18n/format.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { requireToCome } from '#lib/server/deadline/require-to-come.ts'
import { type Addressee, pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/**
 * Lets one account go on with one organisation's file after the deadline, until an instant of Paris time: it is bound to
 * both, and no address that is passed on opens anything (threat T25). Its holder is told by mail. Codes: `email`
 * `not-a-member`, `until` `past`, `too-far` or `before-closing`. Refused with `conflict` for `not-published`.
 */
export const grantLatePermit = command({
  name: 'late-permit.grant',
  input: z.object({ slug: z.string().max(120) }).extend(permitForm.shape),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, actor, subject, now, note }, { organisationId, email, until, reason }) => {
    if (subject.publishedAt === null || subject.closesAt === null) throw new Refusal('conflict', { reason: 'not-published' })
    requireToCome('until', until, now, deadlineLimits.permitDays)
    if (until <= subject.closesAt) throw new Refusal('invalid', { faults: [{ path: 'until', code: 'before-closing' }] })
    const [holder] = await tx.execute<{ personId: string | null }>(sql`select portal.member_by_address(${organisationId}::uuid, ${email}) as "personId"`)
    if (!holder?.personId) throw new Refusal('invalid', { faults: [{ path: 'email', code: 'not-a-member' }] })
    const { id: grantedBy } = actor as Person
    const [made] = await tx.insert(latePermit).values({ callId: subject.id, organisationId, personId: holder.personId, email, until, reason, grantedBy }).returning({ id: latePermit.id })
    const to = await tx.execute<Addressee>(sql`select person_id as "personId", email, locale from portal.permit_holders(${subject.id}::uuid) where permit_id = ${made?.id ?? null}::uuid`)
    await writeMails(tx, to, grantedBy, (locale) => ({
      kind: 'latePermit',
      values: { call: inLocale(subject.title, locale), until: formatParisInstant(until, locale), link: pageAddress(locale, `/applications/start/${subject.slug}`) },
    }))
    note({ subject: subject.id, detail: { permitId: made?.id, organisationId, until: until.toISOString() } })
    return made as { id: string }
  },
})

/** Ends a permit at once. What was deposited under it stands. Refused with `conflict` for `settled` when it is ended already. */
export const revokeLatePermit = command({
  name: 'late-permit.revoke',
  input: z.object({ permitId: z.uuid() }),
  subject: async (read, { permitId }) => {
    const [found] = await read.select({ permit: latePermit, slug: call.slug }).from(latePermit).innerJoin(call, eq(call.id, latePermit.callId)).where(eq(latePermit.id, permitId))
    if (!found) throw new Refusal('not-found')
    return found
  },
  may: manager,
  run: async ({ tx, subject: { permit, slug }, now, note }) => {
    const ended = await tx.update(latePermit).set({ revokedAt: now }).where(and(eq(latePermit.id, permit.id), isNull(latePermit.revokedAt))).returning({ id: latePermit.id })
    if (ended.length === 0) throw new Refusal('conflict', { reason: 'settled' })
    note({ subject: permit.callId, detail: { permitId: permit.id, organisationId: permit.organisationId } })
    return { slug }
  },
})
