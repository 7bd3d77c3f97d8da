import { eq } from 'drizzle-orm'
import { organisation, organisationDomain } from '#db/schema/organisation.ts'
import { mayRunOrganisation, ownerOf } from '#lib/domain/access.ts'
import { organisationForm } from '#lib/domain/organisation.ts'
import { command } from '#lib/server/command.ts'
import { loadOrganisation } from '#lib/server/organisation/show-organisation.ts'
import { z } from 'zod'

const named = z.object({ organisationId: z.uuid() })

/** Changes what an organisation says of itself, its mail domains included. */
export const updateOrganisation = command({
  name: 'organisation.update',
  input: organisationForm.extend(named.shape),
  subject: (read, { organisationId }) => loadOrganisation(read, organisationId),
  may: (actor, { id }) => mayRunOrganisation(actor, id),
  run: async ({ tx, subject: { id }, note }, { name, kind, siren, domains }) => {
    await tx.update(organisation).set({ name, kind, siren }).where(eq(organisation.id, id))
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
