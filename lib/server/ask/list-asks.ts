import { eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { call } from '#db/schema/call.ts'
import { commitment } from '#db/schema/commitment.ts'
import { editorOf, signedIn } from '#lib/domain/access.ts'
import type { Localized } from '#lib/domain/localized.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

type Row = {
  checkInId: string; programmeId: string; callId: string; organisationId: string; organisationName: string; laureateName: string; month: number; ask: string; askedAt: string
  slug: string; title: Localized; demonstration: boolean; commitmentId: string | null; commitmentTitle: string | null
}

/** What laureates asked of the actor's organisations in check-ins they filed, the latest first, each with the commitment that takes it on. */
export async function readAsks(read: Reader) {
  const rows = await read.execute<Row>(sql`
    select a.check_in_id as "checkInId", a.programme_id as "programmeId", a.call_id as "callId", a.organisation_id as "organisationId", a.organisation_name as "organisationName", a.laureate_name as "laureateName",
      a.month, a.ask, a.asked_at as "askedAt", ${call.slug} as slug, ${call.title} as title, ${call.demonstration} as demonstration, ${commitment.id} as "commitmentId", ${commitment.title} as "commitmentTitle"
    from portal.asks_of_partners() a join ${call} on ${eq(call.id, sql`a.call_id`)} left join ${commitment} on ${eq(commitment.checkInId, sql`a.check_in_id`)}
    order by a.asked_at desc, a.check_in_id`)
  return Array.from(rows, ({ slug, title, demonstration, commitmentId, commitmentTitle, askedAt, ...ask }) => ({
    ...ask, askedAt: new Date(askedAt), call: { slug, title, demonstration }, taken: commitmentId === null ? null : { id: commitmentId, title: commitmentTitle ?? '' },
  }))
}
export type AskRow = Awaited<ReturnType<typeof readAsks>>[number]

/** The asks addressed to one's organisations: of each its words, whose it is and when, nothing else of its check-in. */
export const listAsks = query({
  name: 'ask.list',
  input: z.object({}),
  may: signedIn,
  read: async ({ tx, actor }) => (await readAsks(tx)).map(({ checkInId, organisationId, organisationName, laureateName, month, ask, askedAt, call: its, taken }) => (
    { checkInId, organisationId, organisationName, laureateName, month, ask, askedAt, call: its, taken, mayTakeOn: editorOf(actor, organisationId) }
  )),
})
export type ListedAsk = Awaited<ReturnType<typeof listAsks>>[number]
