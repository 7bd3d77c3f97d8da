import { sql } from 'drizzle-orm'
import { commitment } from '#db/schema/commitment.ts'
import { actorOrganisations } from '#db/schema/roles.ts'
import { editorOf, manager, signedIn } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { readCommitmentsWhere, readLaureates, readPartners } from '#lib/server/commitment/load-commitment.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** What the partners of a call promised, against what they gave, for its managers: but for laureates a link walls them off from. */
export const listCallCommitments = query({
  name: 'commitment.list-call',
  input: askedSlug,
  may: manager,
  read: async ({ tx, now }, { slug }) => {
    const { id, title, demonstration } = await loadCall(tx, slug)
    const [commitments, partners, laureates] = await Promise.all([readCommitmentsWhere(tx, sql`${commitment.callId} = ${id}`), readPartners(tx, id), readLaureates(tx, id)])
    return { today: parisDate(now), call: { slug, title, demonstration }, commitments, partners, laureates }
  },
})

/** What the organisations of a person promised, whatever the call, what is due first. */
export const listOwnCommitments = query({
  name: 'commitment.list-own',
  input: z.object({}),
  may: signedIn,
  read: async ({ tx, actor, now }) => {
    const commitments = await readCommitmentsWhere(tx, sql`${commitment.organisationId} = ${actorOrganisations}`)
    return { today: parisDate(now), commitments: commitments.map((its) => Object.assign(its, { mayReport: editorOf(actor, its.organisationId) })) }
  },
})
export type OwnCommitment = Awaited<ReturnType<typeof listOwnCommitments>>['commitments'][number]
