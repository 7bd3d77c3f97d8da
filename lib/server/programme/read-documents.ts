import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { file } from '#db/schema/file.ts'
import { programmeDocument } from '#db/schema/programme.ts'
import { keptColumns } from '#lib/server/file/receivable.ts'

/** The files of a programme as its reader sees them, in the order they came: never where their bytes are. */
export function readDocuments(read: Reader, programmeId: string) {
  return read
    .select({ ...keptColumns, milestoneId: programmeDocument.milestoneId })
    .from(programmeDocument)
    .innerJoin(file, eq(file.id, programmeDocument.fileId))
    .where(and(eq(programmeDocument.programmeId, programmeId), eq(file.part, 'programme'), isNull(file.removedAt)))
    .orderBy(asc(file.uploadedAt))
}
