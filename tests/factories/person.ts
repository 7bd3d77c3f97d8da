import { createHash, randomBytes } from 'node:crypto'
import type { Sql } from 'postgres'

/** Somebody with a seat in an organisation, signed in. */
export type Seated = { id: string; name: string; email: string; token: string; organisation: { id: string; name: string } }
type Wanted = { name: string; locale?: 'fr' | 'en'; email?: string; role?: 'owner' | 'member' | 'reader'; organisation: { id: string; name: string } | { name: string; kind: string } }

/** Adds a person with a session, in an organisation that is there or made for them. */
export async function seatPerson(sql: Sql, { name, locale = 'fr', email, role = 'owner', organisation }: Wanted): Promise<Seated> {
  const [id, token] = [crypto.randomUUID(), `seated-${randomBytes(16).toString('hex')}`]
  const home = 'id' in organisation ? organisation : { id: crypto.randomUUID(), name: organisation.name }
  const address = email ?? `${id}@${home.id}.example`
  await sql.begin(async (tx) => {
    await tx`set constraints all deferred`
    if ('kind' in organisation) await tx`insert into organisation ${tx({ ...home, slug: home.id, kind: organisation.kind })}`
    await tx`insert into person ${tx({ id, name, locale, email: address })}`
    await tx`insert into membership ${tx({ organisation_id: home.id, person_id: id, role })}`
    await tx`insert into session ${tx({ person_id: id, token_hash: createHash('sha256').update(token).digest(), expires_at: new Date(Date.now() + 14 * 86_400_000) })}`
  })
  return { id, name, email: address, token, organisation: home }
}

/** Takes people away with the organisations they sit in. */
export async function removePeople(sql: Sql, people: readonly Seated[]): Promise<void> {
  const ids = people.map(({ id }) => id)
  await sql.begin(async (tx) => {
    await tx`set constraints all deferred`
    await tx`delete from mail where person_id = any (${ids})`
    await tx`delete from organisation where id = any (${people.map(({ organisation }) => organisation.id)})`
    await tx`delete from person where id = any (${ids})`
  })
}
