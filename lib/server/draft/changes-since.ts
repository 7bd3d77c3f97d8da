import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { draftRevision } from '#db/schema/application.ts'
import { file } from '#db/schema/file.ts'
import { fileOfKey } from '#lib/server/file/raise-version.ts'

/** What changed in a draft: the fields written, and the names of the files that came and went. */
export type ChangesSince = { fields: string[]; added: string[]; removed: string[] }

/** What changed in a draft after `version`. A file that came and went meanwhile is not told. */
export async function readChangesSince(read: Reader, draftId: string, version: number): Promise<ChangesSince> {
  const revisions = await read
    .select({ fields: draftRevision.fields, key: draftRevision.idempotencyKey })
    .from(draftRevision)
    .where(and(eq(draftRevision.draftId, draftId), gt(draftRevision.version, version)))
    .orderBy(asc(draftRevision.version))
  const moves = revisions.flatMap(({ key }) => fileOfKey(key) ?? [])
  const ids = [...new Set(moves.map(({ id }) => id))]
  const names = new Map((ids.length === 0 ? [] : await read.select({ id: file.id, name: file.name }).from(file).where(and(eq(file.draftId, draftId), inArray(file.id, ids)))).map(({ id, name }) => [id, name]))
  const only = (kind: 'added' | 'removed') => ids.filter((id) => moves.filter((move) => move.id === id).every((move) => move.kind === kind)).flatMap((id) => names.get(id) ?? [])
  return {
    fields: [...new Set(revisions.filter(({ key }) => fileOfKey(key) === null).flatMap(({ fields }) => fields))],
    added: only('added'),
    removed: only('removed'),
  }
}
