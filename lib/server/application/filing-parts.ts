import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { type application, type applicationDraft, consultation, correction, message, receipt } from '#db/schema/application.ts'
import { applicationFile, file } from '#db/schema/file.ts'
import { coreFields } from '#lib/domain/application.ts'
import { isPast } from '#lib/domain/calendar.ts'
import { changedFields, type Deposit, fieldOfFile } from '#lib/domain/deposit.ts'
import { answerName } from '#lib/domain/field-name.ts'
import type { ScanState } from '#lib/domain/file.ts'
import { type Depositable, readDepositable } from '#lib/server/application/depositable.ts'
import { contentOf } from '#lib/server/draft/content.ts'

type Draft = typeof applicationDraft.$inferSelect
type Application = typeof application.$inferSelect

/** The receipts of a file, newest first; their content is asked for one by one. */
export function readReceipts(read: Reader, applicationId: string) {
  return read
    .select({ sequence: receipt.sequence, kind: receipt.kind, submittedAt: receipt.submittedAt, submitterName: receipt.submitterName, sha256: receipt.sha256, files: receipt.files })
    .from(receipt)
    .where(eq(receipt.applicationId, applicationId))
    .orderBy(desc(receipt.sequence))
}

/** What the last receipt froze; null where nothing was deposited. */
export async function readDeposit(read: Reader, applicationId: string): Promise<Deposit | null> {
  const [last] = await read.select({ content: receipt.content }).from(receipt).where(eq(receipt.applicationId, applicationId)).orderBy(desc(receipt.sequence)).limit(1)
  return last ? (JSON.parse(last.content) as Deposit) : null
}

/** What the virus scanner says now of the files of a draft, those taken out included, put beside each. */
export async function readScans(read: Reader, draftId: string): Promise<<F extends { id: string }>(files: readonly F[]) => (F & { scan: ScanState })[]> {
  return scansOf(await read.select({ id: file.id, scan: file.scan }).from(file).where(eq(file.draftId, draftId)))
}

/** Adds to files what is known of each. */
export function scansOf(rows: readonly { id: string; scan: ScanState }[]): <F extends { id: string }>(files: readonly F[]) => (F & { scan: ScanState })[] {
  const said = new Map(rows.map(({ id, scan }) => [id, scan]))
  return (files) => files.map((each) => ({ ...each, scan: said.get(each.id) ?? 'none' }))
}

/** Every correction asked for, oldest first, and whether its fields are open now. */
export async function readCorrections(read: Reader, applicationId: string, now: Date) {
  const rows = await read
    .select({ id: correction.id, fields: correction.fields, request: correction.request, until: correction.until, askedAt: correction.askedAt, doneAt: correction.doneAt, cancelledAt: correction.cancelledAt })
    .from(correction)
    .where(eq(correction.applicationId, applicationId))
    .orderBy(asc(correction.askedAt))
  return rows.map((asked) => withOpenness(asked, now))
}

/** A correction, and whether its fields are open now. */
export function withOpenness<C extends { until: Date; doneAt: Date | null; cancelledAt: Date | null }>(asked: C, now: Date): C & { isOpen: boolean } {
  return { ...asked, isOpen: asked.doneAt === null && asked.cancelledAt === null && !isPast(asked.until, now) }
}

/** Who opened the file: from which organisation, how many of its people, and when last. */
export function readConsultations(read: Reader, applicationId: string) {
  return read
    .select({ organisationName: consultation.organisationName, part: consultation.part, people: sql<number>`count(distinct ${consultation.personId})::int`, lastAt: sql`max(${consultation.openedAt})`.mapWith(consultation.openedAt) })
    .from(consultation)
    .where(eq(consultation.applicationId, applicationId))
    .groupBy(consultation.organisationName, consultation.part)
    .orderBy(desc(sql`max(${consultation.openedAt})`))
}

/** Messages of a file, and how many of the other side's this side has not seen. */
export async function countMessages(read: Reader, draftId: string, side: 'applicant' | 'manager'): Promise<{ total: number; unseen: number }> {
  const ofFile = eq(message.draftId, draftId)
  const [total, unseen] = await Promise.all([read.$count(message, ofFile), read.$count(message, and(ofFile, ne(message.side, side), isNull(message.seenAt)))])
  return { total, unseen }
}

/** What a deposit now would freeze, and in which fields that differs from what is deposited; none where nothing is. */
export async function readChanges(read: Reader, draft: Draft, submitted: Application | null): Promise<{ ready: Depositable; changed: string[] }> {
  const ready = await readDepositable(read, draft)
  if (submitted === null) return { ready, changed: [] }
  const kept = await read.select({ fileId: applicationFile.fileId }).from(applicationFile).where(eq(applicationFile.applicationId, draft.id))
  return { ready, changed: changedOf(ready, submitted, kept, await readDeposit(read, draft.id)) }
}

/** In which fields what would be frozen now differs from what is deposited, in the form's order. */
export function changedOf(ready: Depositable, submitted: Application, kept: readonly { fileId: string }[], deposited: Deposit | null): string[] {
  const before = new Set(kept.map(({ fileId }) => fileId))
  const added = ready.files.filter(({ id }) => !before.has(id)).map(({ question }) => fieldOfFile(question))
  const removed = (deposited?.files ?? []).filter(({ id }) => !ready.files.some((file) => file.id === id)).map(({ question }) => fieldOfFile(question))
  const changed = new Set<string>([...changedFields(contentOf(submitted), ready.content), ...added, ...removed])
  const inOrder: string[] = [...coreFields, ...ready.questions.map(({ id }) => answerName(id))]
  return [...inOrder.filter((field) => changed.has(field)), ...[...changed].filter((field) => !inOrder.includes(field))]
}
