import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { membership, organisation, organisationDomain } from '#db/schema/organisation.ts'
import { mayCreateOrganisation, type Person } from '#lib/domain/access.ts'
import { organisationForm } from '#lib/domain/organisation.ts'
import { toSlug } from '#lib/domain/slug.ts'
import { command } from '#lib/server/command.ts'
import { askRegister, storedIdentity } from '#lib/server/organisation/stored-identity.ts'

/** Makes an organisation and seats the actor as its owner. An identity said to be confirmed is asked of the register again. */
export const createOrganisation = command({
  name: 'organisation.create',
  input: organisationForm,
  ahead: askRegister,
  subject: async (_read, { kind }) => kind,
  may: mayCreateOrganisation,
  run: async ({ tx, actor, now, ahead, note }, { name, kind, domains, ...stated }) => {
    const { id: personId, demonstration } = actor as Person
    // Chosen beforehand: until the actor has a seat the wall does not show them the row.
    const [made] = await tx.execute<{ id: string }>(sql`select uuidv7() as id`)
    const id = made?.id as string
    await tx.insert(organisation).values({ id, slug: slugFor(name), name, kind, ...storedIdentity(stated, ahead, now), demonstration, createdBy: personId })
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
