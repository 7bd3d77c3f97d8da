import { asc, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { askGathered, transaction, type Reader } from '#db/client.ts'
import { gather, selecting } from '#db/gather.ts'
import { application, applicationDraft, draftRevision, receipt } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { instance } from '#db/schema/instance.ts'
import { session } from '#db/schema/person.ts'
import { hashOfToken } from '#lib/server/sign-in/secret.ts'
import { personas } from '#tests/access/routes.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'

/** Several questions in one statement: the same rows, in the same order, as the same values, behind the same wall. */
const slug = sql.placeholder('slug')
const asks = gather({
  files: selecting
    .select({ draft: applicationDraft, submitted: application, call: { slug: call.slug, title: call.title, opensAt: call.opensAt, opensOn: call.opensOn } })
    .from(applicationDraft)
    .innerJoin(call, eq(call.id, applicationDraft.callId))
    .leftJoin(application, eq(application.id, applicationDraft.id))
    .orderBy(asc(applicationDraft.savedAt), asc(applicationDraft.id)),
  revisions: selecting.select().from(draftRevision).orderBy(asc(draftRevision.draftId), asc(draftRevision.version)),
  receipts: selecting.select().from(receipt).orderBy(asc(receipt.submittedAt), asc(receipt.applicationId), asc(receipt.sequence)),
  sessions: selecting.select({ id: session.id, agent: session.userAgent }).from(session).orderBy(asc(session.id)),
  calls: selecting.select({ slug: call.slug, run: call.runHere }).from(call).where(eq(call.slug, slug)),
  named: selecting.select({ total: sql<number>`count(*)::int`.as('total') }).from(instance),
})

/** The same, question by question. */
function oneByOne(read: Reader, asked: string) {
  return Promise.all([
    read
      .select({ draft: applicationDraft, submitted: application, call: { slug: call.slug, title: call.title, opensAt: call.opensAt, opensOn: call.opensOn } })
      .from(applicationDraft)
      .innerJoin(call, eq(call.id, applicationDraft.callId))
      .leftJoin(application, eq(application.id, applicationDraft.id))
      .orderBy(asc(applicationDraft.savedAt), asc(applicationDraft.id)),
    read.select().from(draftRevision).orderBy(asc(draftRevision.draftId), asc(draftRevision.version)),
    read.select().from(receipt).orderBy(asc(receipt.submittedAt), asc(receipt.applicationId), asc(receipt.sequence)),
    read.select({ id: session.id, agent: session.userAgent }).from(session).orderBy(asc(session.id)),
    read.select({ slug: call.slug, run: call.runHere }).from(call).where(eq(call.slug, asked)),
    read.select({ total: sql<number>`count(*)::int`.as('total') }).from(instance),
  ])
}

let world: World
beforeAll(async () => {
  world = await makeWorld(admin)
})

describe('questions gathered into one statement', () => {
  test('find, for every persona, what they find one by one', async () => {
    for (const persona of personas) {
      const personId = persona === 'visitor' ? null : world.people[persona].id
      // More often than PostgreSQL plans anew, so that the plan it keeps for everybody is tried as well.
      for (let time = 0; time < 8; time += 1) {
        const [files, revisions, receipts, sessions, calls, named] = await transaction('portal_app', 'read only', async (tx, begin) => {
          await begin({ personId, spent: 0 })
          return oneByOne(tx, world.openCall.slug)
        })
        const { begun, found } = await askGathered(asks, { personId, spent: 0 }, { slug: world.openCall.slug })
        expect([persona, begun.actor?.id ?? null]).toEqual([persona, personId])
        expect({ persona, ...found }).toEqual({ persona, files, revisions, receipts, sessions, calls, named })
      }
    }
  })

  test('find nothing behind the wall for a session that ended, one never opened, or nobody', async () => {
    const { token } = world.people.founder
    const seen = async (from: string | undefined) => (await askGathered(asks, { personId: null, spent: 0, ...(from && { session: hashOfToken(from) }) }, { slug: 'x' })).found
    expect((await seen(token)).files.length).toBeGreaterThan(0)
    for (const from of [undefined, 'never']) expect(await seen(from)).toMatchObject({ files: [], revisions: [], receipts: [], sessions: [] })
    await admin`update session set expires_at = now() where token_hash = ${hashOfToken(token)}`
    expect(await seen(token)).toMatchObject({ files: [], revisions: [], receipts: [], sessions: [] })
    await admin`update session set expires_at = now() + interval '1 day' where token_hash = ${hashOfToken(token)}`
  })
})
