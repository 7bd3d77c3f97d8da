import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { gather, selecting } from '#db/gather.ts'
import { draftRevision } from '#db/schema/application.ts'
import { file } from '#db/schema/file.ts'
import { fileOfKey } from '#lib/server/file/raise-version.ts'

/** What changed in a draft: the fields written, and the names of the files that came and went. */
export type ChangesSince = { fields: string[]; added: string[]; removed: string[] }

/** What changed in a draft after `version`. */
export async function readChangesSince(read: Reader, draftId: string, version: number): Promise<ChangesSince> {
  const [revisions, files] = await Promise.all([
    read
      .select({ fields: draftRevision.fields, key: draftRevision.idempotencyKey })
      .from(draftRevision)
      .where(and(eq(draftRevision.draftId, draftId), gt(draftRevision.version, version)))
      .orderBy(asc(draftRevision.version)),
    read.select({ id: file.id, name: file.name }).from(file).where(eq(file.draftId, draftId)),
  ])
  return changesSince({ revisions, files })
}

/** What a lookup asks to know it; its places are `draftId` and `since`. */
export const sinceAsks = gather({
  revisions: selecting
    .select({ fields: draftRevision.fields, key: draftRevision.idempotencyKey })
    .from(draftRevision)
    .where(and(eq(draftRevision.draftId, sql.placeholder('draftId')), gt(draftRevision.version, sql.placeholder('since'))))
    .orderBy(asc(draftRevision.version)),
  files: selecting.select({ id: file.id, name: file.name }).from(file).where(eq(file.draftId, sql.placeholder('draftId'))),
})

/** What changed in a draft, by its revisions and all its files, those removed too. A file that came and went meanwhile is not told. */
export function changesSince({ revisions, files }: { revisions: { fields: string[]; key: string }[]; files: { id: string; name: string }[] }): ChangesSince {
  const moves = revisions.flatMap(({ key }) => fileOfKey(key) ?? [])
  const ids = [...new Set(moves.map(({ id }) => id))]
  const names = new Map(files.map(({ id, name }) => [id, name]))
  const only = (kind: 'added' | 'removed') => ids.filter((id) => moves.filter((move) => move.id === id).every((move) => move.kind === kind)).flatMap((id) => names.get(id) ?? [])
  return {
    fields: [...new Set(revisions.filter(({ key }) => fileOfKey(key) === null).flatMap(({ fields }) => fields))],
    added: only('added'),
    removed: only('removed'),
  }
}
