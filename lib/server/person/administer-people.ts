import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import { membership } from '#db/schema/organisation.ts'
import { person } from '#db/schema/person.ts'
import { administrator } from '#lib/domain/access.ts'
import { command } from '#lib/server/command.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Everybody with an account, or those whose name or address contains `search`; the first 100, with how many there are. */
export const listPeople = query({
  name: 'person.list',
  input: z.object({ search: z.string().max(200).optional().catch(undefined) }),
  may: administrator,
  read: async ({ tx }, { search }) => {
    const people = await tx
      .select({
        id: person.id, name: person.name, email: person.email, administrator: person.administrator, demonstration: person.demonstration,
        createdAt: person.createdAt, disabledAt: person.disabledAt, seats: count(membership.id), total: sql<number>`(count(*) over ())::int`,
      })
      .from(person)
      .leftJoin(membership, and(eq(membership.personId, person.id), isNull(membership.endedAt)))
      .where(search ? sql`position(lower(${search}) in lower(coalesce(${person.name}, '') || ' ' || ${person.email})) > 0` : undefined)
      .groupBy(person.id)
      .orderBy(asc(sql`coalesce(${person.name}, ${person.email})`))
      .limit(100)
    return { total: people[0]?.total ?? 0, people }
  },
})

const change = (name: string, values: Partial<typeof person.$inferInsert> | (() => Record<string, unknown>)) =>
  command({
    name,
    input: z.object({ personId: z.uuid() }),
    subject: async (read, { personId }) => {
      const [found] = await read.select({ id: person.id }).from(person).where(eq(person.id, personId))
      if (!found) throw new Refusal('not-found')
      return found
    },
    may: administrator,
    run: async ({ tx, note }, { personId }) => {
      await tx.update(person).set(typeof values === 'function' ? values() : values).where(eq(person.id, personId))
      note({ subject: personId })
    },
  })

/** Shuts a person out from their next request on. Refused for the last administrator, as `withdrawAdministrator` is. */
export const disablePerson = change('person.disable', () => ({ disabledAt: sql`now()` }))
export const enablePerson = change('person.enable', { disabledAt: null })
export const makeAdministrator = change('person.make-administrator', { administrator: true })
export const withdrawAdministrator = change('person.withdraw-administrator', { administrator: false })
