import { and, eq, inArray, ne } from 'drizzle-orm'
import { callPartner } from '#db/schema/call.ts'
import { organisation } from '#db/schema/organisation.ts'
import { manager } from '#lib/domain/access.ts'
import { partners as partnersInput, presentation } from '#lib/domain/call-settings.ts'
import { loadCall, publishPartners, takeTurn, turn } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Saves the title of a call, its number in the series and whom it is meant to help. */
export const savePresentation = command({
  name: 'call.save-presentation',
  input: z.intersection(z.object(turn), presentation),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, subject, note }, { version, title, edition, target }) => {
    await takeTurn(tx, subject, version, { title, edition, target })
    note({ subject: subject.id, detail: { version: version + 1 } })
  },
})

/** Saves the organisations that take part in a call, in their order, each with its role: any the manager sees but start-ups. Those of a call that is public become so. */
export const savePartners = command({
  name: 'call.save-partners',
  input: z.intersection(z.object(turn), partnersInput),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, subject, note }, { version, partners }) => {
    const ids = partners.map(({ organisationId }) => organisationId)
    const found = ids.length === 0 ? [] : await tx.select({ id: organisation.id }).from(organisation).where(and(inArray(organisation.id, ids), ne(organisation.kind, 'start-up')))
    if (found.length < ids.length) throw new Refusal('not-found')
    await takeTurn(tx, subject, version)
    await tx.delete(callPartner).where(eq(callPartner.callId, subject.id))
    if (partners.length > 0) await tx.insert(callPartner).values(partners.map((row, position) => ({ callId: subject.id, position, ...row })))
    await publishPartners(tx, subject.id)
    note({ subject: subject.id, detail: { version: version + 1 } })
  },
})
