import { and, asc, count, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { declaredTie } from '#db/schema/conflict.ts'
import { invitation, membership, organisation, organisationDomain } from '#db/schema/organisation.ts'
import { person } from '#db/schema/person.ts'
import { administrator, memberOf, ownerOf, signedIn, type Person } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

const unknownId = '00000000-0000-0000-0000-000000000000'
/** An identifier in an address: anything that cannot be one names nothing. */
const askedId = z.object({ id: z.uuid().catch(unknownId) })

/** The organisation as the wall lets the actor see it; `not-found` otherwise. */
export async function loadOrganisation(read: Reader, id: string) {
  const [found] = await read.select().from(organisation).where(eq(organisation.id, id))
  if (!found) throw new Refusal('not-found')
  return found
}

/** An organisation with its people, for its members and administrators; owners also see open invitations. */
export const showOrganisation = query({
  name: 'organisation.show',
  input: askedId,
  may: signedIn,
  read: async ({ tx, actor }, { id }) => {
    const found = await loadOrganisation(tx, id)
    if (!memberOf(actor, id) && !administrator(actor)) throw new Refusal('not-found')
    const domains = await tx.select({ domain: organisationDomain.domain }).from(organisationDomain).where(eq(organisationDomain.organisationId, id)).orderBy(asc(organisationDomain.domain))
    const members = await tx
      .select({ id: membership.id, personId: person.id, name: person.name, email: person.email, role: membership.role, since: membership.createdAt })
      .from(membership)
      .innerJoin(person, eq(person.id, membership.personId))
      .where(and(eq(membership.organisationId, id), isNull(membership.endedAt)))
      .orderBy(desc(membership.role), asc(sql`coalesce(${person.name}, ${person.email})`))
    const invitations = await tx
      .select({ id: invitation.id, email: invitation.email, role: invitation.role, sentAt: invitation.createdAt, expiresAt: invitation.expiresAt })
      .from(invitation)
      .where(and(eq(invitation.organisationId, id), isNull(invitation.acceptedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, sql`now()`)))
      .orderBy(asc(invitation.email))
    const ties = await tx
      .select({ id: declaredTie.id, kind: declaredTie.kind, otherName: declaredTie.otherName, otherSiren: declaredTie.otherSiren })
      .from(declaredTie)
      .where(eq(declaredTie.organisationId, id))
      .orderBy(asc(declaredTie.otherName), asc(declaredTie.id))
    return {
      organisation: found,
      ties,
      domains: domains.map(({ domain }) => domain),
      members,
      invitations,
      may: { run: ownerOf(actor, id) || administrator(actor), leave: memberOf(actor, id), close: ownerOf(actor, id), tie: ownerOf(actor, id) },
      self: (actor as Person).id,
    }
  },
})

/** Organisations whose name or SIREN contains `search`, with how many people sit in each; the first 100, with how many there are. */
export const listOrganisations = query({
  name: 'organisation.list',
  input: z.object({ search: z.string().max(200).optional().catch(undefined) }),
  may: administrator,
  read: async ({ tx }, { search }) => {
    const organisations = await tx
      .select({
        id: organisation.id, name: organisation.name, kind: organisation.kind, siren: organisation.siren, listed: organisation.listed,
        demonstration: organisation.demonstration, createdAt: organisation.createdAt, members: count(membership.id), total: sql<number>`(count(*) over ())::int`,
      })
      .from(organisation)
      .leftJoin(membership, and(eq(membership.organisationId, organisation.id), isNull(membership.endedAt)))
      .where(search ? sql`position(lower(${search}) in lower(${organisation.name} || ' ' || coalesce(${organisation.siren}, ''))) > 0` : undefined)
      .groupBy(organisation.id)
      .orderBy(asc(organisation.name))
      .limit(100)
    return { total: organisations[0]?.total ?? 0, organisations }
  },
})

/** The actor's own organisations. */
export const listMyOrganisations = query({
  name: 'organisation.list-mine',
  input: z.object({}),
  may: signedIn,
  read: async ({ tx, actor }) => {
    const seats = (actor as Person).memberships
    if (seats.length === 0) return []
    const rows = await tx.select().from(organisation).where(inArray(organisation.id, seats.map(({ organisationId }) => organisationId))).orderBy(asc(organisation.name))
    return rows.map(({ id, name, kind, siren, demonstration }) => ({ id, name, kind, siren, demonstration, role: seats.find(({ organisationId }) => organisationId === id)?.role ?? 'member' }))
  },
})
