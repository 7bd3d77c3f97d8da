import { and, eq, isNull } from 'drizzle-orm'
import { instance } from '#db/schema/instance.ts'
import { person } from '#db/schema/person.ts'
import { anyone } from '#lib/domain/access.ts'
import { personaAddress, personas } from '#lib/domain/persona.ts'
import type { Reader } from '#db/client.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { findOrCreatePerson } from '#lib/server/sign-in/find-or-create-person.ts'
import { openSession } from '#lib/server/sign-in/open-session.ts'
import { z } from 'zod'

/** Outside of the demonstration these verbs find nothing, like an address that does not exist. */
async function requireDemonstration(read: Reader): Promise<void> {
  const [row] = await read.select({ demonstration: instance.demonstration }).from(instance)
  if (!row?.demonstration) throw new Refusal('not-found')
}

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

/** Makes an invented person, unless they are there already. The first one to be an administrator must come first. */
export const welcomePersona = command({
  name: 'demonstration.welcome',
  role: 'portal_auth',
  unrecorded: true,
  input: z.object({ persona: z.enum(personas), name: z.string(), administrator: z.boolean().optional() }),
  subject: requireDemonstration,
  may: anyone,
  run: async ({ tx }, { persona, name, administrator = false }) => {
    const email = personaAddress(persona)
    // Asked first: once there is an administrator, the wall refuses even to try making another.
    const [found] = await tx.select({ id: person.id }).from(person).where(eq(person.email, email))
    if (found) return { personId: found.id, isNew: false }
    const { id } = await findOrCreatePerson(tx, { email, name, locale: 'fr', administrator, demonstration: true })
    return { personId: id, isNew: true }
  },
})
