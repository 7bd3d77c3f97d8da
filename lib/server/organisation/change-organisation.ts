import { eq } from 'drizzle-orm'
import { organisation, organisationDomain } from '#db/schema/organisation.ts'
import { mayRunOrganisation, ownerOf } from '#lib/domain/access.ts'
import { organisationForm } from '#lib/domain/organisation.ts'
import { command } from '#lib/server/command.ts'
import { loadOrganisation } from '#lib/server/organisation/show-organisation.ts'
import { askRegister, storedIdentity } from '#lib/server/organisation/stored-identity.ts'
import { z } from 'zod'

const named = z.object({ organisationId: z.uuid() })

/** Changes what an organisation says of itself, its mail domains included. An identity said to be confirmed is asked of the register again. */
export const updateOrganisation = command({
  name: 'organisation.update',
  input: organisationForm.safeExtend(named.shape),
  ahead: askRegister,
  subject: (read, { organisationId }) => loadOrganisation(read, organisationId),
  may: (actor, { id }) => mayRunOrganisation(actor, id),
  run: async ({ tx, subject, now, ahead, note }, { name, kind, siren, identity, domains }) => {
    const { id } = subject
    await tx.update(organisation).set({ name, kind, ...storedIdentity({ siren, identity }, ahead, now, subject) }).where(eq(organisation.id, id))
    await tx.delete(organisationDomain).where(eq(organisationDomain.organisationId, id))
    if (domains.length > 0) await tx.insert(organisationDomain).values(domains.map((domain) => ({ organisationId: id, domain })))
    note({ subject: id })
  },
})

/** Closes an organisation nothing else refers to, by its owners alone, as the wall has it. Public ones are not closed here. */
export const closeOrganisation = command({
  name: 'organisation.close',
  input: named.extend({ confirmed: z.literal('yes') }),
  subject: (read, { organisationId }) => loadOrganisation(read, organisationId),
  may: (actor, { id, listed }) => !listed && ownerOf(actor, id),
  run: async ({ tx, subject: { id }, note }) => {
    await tx.delete(organisation).where(eq(organisation.id, id))
    note({ subject: id })
  },
})
