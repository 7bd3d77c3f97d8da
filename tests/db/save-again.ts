import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { hashOfToken } from '#lib/server/sign-in/secret.ts'
import { admin } from '#tests/db/database.ts'

export type Writer = { personId: string; session: Uint8Array }
export type Paper = { id: string; version: number }
/** What a save may be sent beside its fields: milliseconds since it arrived, another version, a key sent before. */
export type Sent = { spent?: number; version?: number; key?: string }
type Save = (fields?: Record<string, unknown>, sent?: Sent) => Promise<{ version: number }>

/** Somebody who sits in an organisation, with a session of an hour. */
export async function seatWriter(organisationId: string, role: 'owner' | 'member'): Promise<Writer> {
  const writer = { personId: crypto.randomUUID(), session: hashOfToken(randomBytes(24).toString('base64url')) }
  await admin`insert into person ${admin({ id: writer.personId, email: `${writer.personId}@house.example` })}`
  await admin`insert into membership ${admin({ person_id: writer.personId, organisation_id: organisationId, role })}`
  await admin`insert into session ${admin({ person_id: writer.personId, token_hash: writer.session, expires_at: new Date(Date.now() + 3_600_000) })}`
  return writer
}

/** One paper saved again and again: `paper` and `writer` are those of the test that runs. */
export function savingAgain(table: 'application_draft' | 'evaluation', { paper, writer, save }: { paper: () => Paper; writer: () => Writer; save: Save }) {
  const kept = async () => (await admin<{ version: number }[]>`select version from ${admin(table)} where id = ${paper().id}`)[0]?.version
  /** Saves and goes on from there. */
  const keep = async (fields?: Record<string, unknown>, sent?: Sent) => void Object.assign(paper(), await save(fields, sent))
  /** What the very next save is answered once `change` has happened after a first one; nothing may be written. */
  const answerAfter = async (change: () => PromiseLike<unknown>): Promise<unknown> => {
    await keep()
    await change()
    const refusal = await save().catch((error: unknown) => error)
    expect(await kept()).toBe(paper().version)
    return refusal
  }
  return {
    kept, keep, answerAfter,
    /** The first save asks the database what the law must know; the second does without. */
    async expectOneQuestion(opening: 'open_draft' | 'open_evaluation') {
      const signature = '(uuid, bytea, float8, uuid)'
      await keep()
      await admin.unsafe(`alter function portal.${opening}${signature} rename to ${opening}_away`)
      const again = save().finally(() => admin.unsafe(`alter function portal.${opening}_away${signature} rename to ${opening}`))
      expect((await again).version).toBe(paper().version + 1)
    },
    async expectEndWithSession() {
      const { personId } = writer()
      const over = { code: 'unauthenticated' }
      expect(await answerAfter(() => admin`update session set expires_at = now() - interval '1 second' where person_id = ${personId}`)).toMatchObject(over)
      await admin`update session set expires_at = now() + interval '1 hour' where person_id = ${personId}`
      expect(await answerAfter(() => admin`update person set disabled_at = now() where id = ${personId}`)).toMatchObject(over)
      await admin`update person set disabled_at = null where id = ${personId}`
      expect(await answerAfter(() => admin`delete from session where person_id = ${personId}`)).toMatchObject(over)
    },
    /** Under a key sent before, the answer of then; on an old version, what differs. */
    async expectAnswersAsBefore(field: string, elsewhere: Record<string, unknown>, reason: 'draft-changed' | 'evaluation-changed') {
      await keep()
      const key = crypto.randomUUID()
      const first = await save({ [field]: 'Une fois' }, { key })
      expect(await save({ [field]: 'Une fois' }, { key })).toEqual(first)
      await expect(save({ [field]: 'Autre' }, { key })).rejects.toMatchObject({ code: 'conflict', reason: 'key-reused' })
      await expect(save(elsewhere)).rejects.toMatchObject({ code: 'conflict', reason, current: { version: first.version, fields: { [field]: 'Une fois' } } })
    },
  }
}
