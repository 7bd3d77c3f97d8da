import { and, eq, isNull } from 'drizzle-orm'
import { person } from '#db/schema/person.ts'
import { anyone } from '#lib/domain/access.ts'
import { mailAddress, personName } from '#lib/domain/person.ts'
import { personaAddress, personas } from '#lib/domain/persona.ts'
import { command } from '#lib/server/command.ts'
import { requireDemonstration } from '#lib/server/demonstration/stage.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { findOrCreatePerson } from '#lib/server/sign-in/find-or-create-person.ts'
import { openSession } from '#lib/server/sign-in/open-session.ts'
import { z } from 'zod'

/** Signs in as an invented person. */
export const signInAsPersona = command({
  name: 'demonstration.sign-in',
  role: 'portal_auth',
  input: z.object({ persona: z.enum(personas) }),
  subject: async (read, { persona }) => {
    await requireDemonstration(read)
    const [found] = await read
      .select({ id: person.id, locale: person.locale })
      .from(person)
      .where(and(eq(person.email, personaAddress(persona)), eq(person.demonstration, true), isNull(person.disabledAt)))
    if (!found) throw new Refusal('not-found')
    return found
  },
  may: anyone,
  run: async ({ tx, subject: { id, locale }, caller, note }) => {
    note({ subject: id, actorId: id })
    return { token: await openSession(tx, id, caller), locale, personId: id }
  },
})

/** An address that belongs to nobody (RFC 2606). */
const inventedAddress = mailAddress.refine((address) => address.endsWith('.example'), { params: { code: 'invented' } })

/** Makes an invented person, unless they are there already. The first one to be an administrator must come first. */
export const welcomeInvented = command({
  name: 'demonstration.welcome',
  role: 'portal_auth',
  unrecorded: true,
  input: z.object({ email: inventedAddress, name: personName, locale: z.enum(['fr', 'en']), administrator: z.boolean().optional() }),
  subject: requireDemonstration,
  may: anyone,
  run: async ({ tx }, { email, name, locale, administrator = false }) => {
    // Asked first: once there is an administrator, the wall refuses even to try making another.
    const [found] = await tx.select({ id: person.id }).from(person).where(eq(person.email, email))
    if (found) return { personId: found.id, isNew: false }
    const { id } = await findOrCreatePerson(tx, { email, name, locale, administrator, demonstration: true })
    return { personId: id, isNew: true }
  },
})
