import { asc, desc, eq, sql } from 'drizzle-orm'
import { application } from '#db/schema/application.ts'
import { call, initiative } from '#db/schema/call.ts'
import { manager } from '#lib/domain/access.ts'
import { managedState } from '#lib/domain/managed-call.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

const deposited = (which = sql`true`) => sql<number>`(select count(*)::int from ${application} a where a.call_id = ${call.id} and a.withdrawn_at is null and ${which})`

/** Every call run here, newest first, with where it stands and how many files it has. */
export const listManagedCalls = query({
  name: 'call.list-managed',
  input: z.object({}),
  may: manager,
  read: async ({ tx, now }) => {
    const rows = await tx
      .select({
        slug: call.slug, title: call.title, initiative: initiative.title, publishedAt: call.publishedAt, opensAt: call.opensAt, closesAt: call.closesAt, answerOn: call.answerOn, demonstration: call.demonstration,
        writing: sql<number>`(select count(*)::int from portal.drafts_in_progress(${call.id}))`,
        submitted: deposited(),
        toScreen: deposited(sql`a.eligibility = 'pending'`),
      })
      .from(call)
      .innerJoin(initiative, eq(initiative.id, call.initiativeId))
      .where(eq(call.runHere, true))
      .orderBy(desc(sql`coalesce(${call.opensAt}, ${call.createdAt})`), asc(call.slug))
    return { now, calls: rows.map((row) => Object.assign(row, { state: managedState(row, now) })) }
  },
})
export type ManagedCall = Awaited<ReturnType<typeof listManagedCalls>>['calls'][number]

/** The series a call may be made in, and every call it may be made after, those known from the press last. */
export const listCallModels = query({
  name: 'call.list-models',
  input: z.object({}),
  may: manager,
  read: async ({ tx, now }) => {
    const initiatives = await tx.select({ slug: initiative.slug, title: initiative.title }).from(initiative).where(eq(initiative.external, false)).orderBy(asc(initiative.slug))
    const models = await tx
      .select({ slug: call.slug, title: call.title, initiative: initiative.slug, runHere: call.runHere, opensOn: call.opensOn, closesOn: call.closesOn, publishedAt: call.publishedAt })
      .from(call)
      .innerJoin(initiative, eq(initiative.id, call.initiativeId))
      .orderBy(desc(call.runHere), desc(call.opensOn), asc(call.slug))
    return { now, initiatives, models }
  },
})
