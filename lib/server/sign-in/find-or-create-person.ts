import { eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { person } from '#db/schema/person.ts'

type Newcomer = { email: string; locale: 'fr' | 'en'; name?: string | null; administrator?: boolean; demonstration?: boolean }

/** The person of a proven address, made if nobody has it yet. `disabled` people are returned, not let in. */
export async function findOrCreatePerson(tx: Transaction, newcomer: Newcomer): Promise<{ id: string; disabled: boolean; isNew: boolean }> {
  const inserted = await tx.insert(person).values(newcomer).onConflictDoNothing({ target: person.email }).returning({ id: person.id })
  if (inserted[0]) return { id: inserted[0].id, disabled: false, isNew: true }
  const [found] = await tx.select({ id: person.id, disabledAt: person.disabledAt }).from(person).where(eq(person.email, newcomer.email))
  if (!found) throw new Error('a person neither inserted nor found')
  return { id: found.id, disabled: found.disabledAt !== null, isNew: false }
}
