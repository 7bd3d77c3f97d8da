import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { membership, organisation, organisationDomain } from '#db/schema/organisation.ts'
import { mayCreateOrganisation, type Person } from '#lib/domain/access.ts'
import { organisationForm } from '#lib/domain/organisation.ts'
import { toSlug } from '#lib/domain/slug.ts'
import { command } from '#lib/server/command.ts'

/** Makes an organisation and seats the actor as its owner. */
export const createOrganisation = command({
  name: 'organisation.create',
  input: organisationForm,
  subject: async (_read, { kind }) => kind,
  may: mayCreateOrganisation,
  run: async ({ tx, actor, note }, { name, kind, siren, domains }) => {
    const { id: personId, demonstration } = actor as Person
    // Chosen beforehand: until the actor has a seat the wall does not show them the row.
    const [made] = await tx.execute<{ id: string }>(sql`select uuidv7() as id`)
    const id = made?.id as string
    await tx.insert(organisation).values({ id, slug: slugFor(name), name, kind, siren, demonstration, createdBy: personId })
    await tx.insert(membership).values({ organisationId: id, personId, role: 'owner' })
    if (domains.length > 0) await tx.insert(organisationDomain).values(domains.map((domain) => ({ organisationId: id, domain })))
    note({ subject: id })
    return { id }
  },
})

/** The random end keeps a taken name from telling that somebody took it. */
function slugFor(name: string): string {
  return `${toSlug(name).slice(0, 100) || 'organisation'}-${randomBytes(4).toString('hex')}`
}
