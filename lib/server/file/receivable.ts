import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { draftRevision } from '#db/schema/application.ts'
import { file } from '#db/schema/file.ts'
import { formVersion } from '#db/schema/form.ts'
import { fileLimits, type HeldFiles, type StoredFile } from '#lib/domain/file.ts'
import { formQuestions } from '#lib/server/draft/form-questions.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Where a file goes: a draft, and the question it answers there; null for the evidence. `key` names the attempt. */
export const fileTarget = z.object({ draftId: z.uuid(), questionId: z.uuid().nullable(), key: z.string().min(8).max(100) })

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** What is known of a file once its bytes are stored. */
export const storedFile = z.object({ name: z.string().min(1).max(fileLimits.nameLength), mediaType: z.string(), size: z.int().min(1).max(fileLimits.bytes), sha256, receivedSha256: sha256, strippedMetadata: z.boolean() })

/** A file of a draft as its authors read of it; `draftVersion` is the one it raised its draft to, null where it raised none. */
export type KeptFile = StoredFile & { draftVersion: number | null; id: string; questionId: string | null; scan: 'none' | 'pending' | 'safe' | 'infected'; uploadedAt: Date }

/** Columns of a file as its authors read of it: never where its bytes are. */
export const keptColumns = {
  id: file.id, questionId: file.questionId, name: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256,
  receivedSha256: file.receivedSha256, strippedMetadata: file.strippedMetadata, scan: file.scan, uploadedAt: file.uploadedAt,
}

/** The file this attempt brought before, if it did. Refuses `key-reused` when it was for another question. */
export async function broughtBefore(read: Reader, { draftId, questionId, key }: z.output<typeof fileTarget>): Promise<KeptFile | null> {
  const [found] = await read
    .select({ ...keptColumns, draftVersion: draftRevision.version })
    .from(file)
    .leftJoin(draftRevision, and(eq(draftRevision.draftId, file.draftId), eq(draftRevision.idempotencyKey, sql`'file.' || ${file.id} || '.added'`)))
    .where(and(eq(file.draftId, draftId), eq(file.idempotencyKey, key)))
  if (found && found.questionId !== questionId) throw new Refusal('conflict', { reason: 'key-reused' })
  return found ?? null
}

/** Files given with an application: those of its programme bear the same identifier, and the two never mix. */
export const ofApplication = sql`${file.part} = 'application'`

/** How many files a draft holds, or its programme, and how many bytes. */
export async function heldFiles(read: Reader, draftId: string, part: 'application' | 'programme' = 'application'): Promise<HeldFiles> {
  const [held] = await read
    .select({ count: sql<number>`count(*)::int`, bytes: sql<number>`coalesce(sum(${file.size}), 0)::float8` })
    .from(file)
    .where(and(eq(file.draftId, draftId), eq(file.part, part), isNull(file.removedAt)))
  return held ?? { count: 0, bytes: 0 }
}

/** Refuses with `unknown-question` what does not answer a question for files of the call's form. */
export async function requireFileQuestion(read: Reader, callId: string, questionId: string | null): Promise<void> {
  if (questionId === null) return
  const [form] = await read.select({ id: formVersion.id }).from(formVersion).where(eq(formVersion.callId, callId)).orderBy(desc(formVersion.version)).limit(1)
  const questions = await formQuestions(read, form?.id ?? null)
  if (!questions.some(({ id, kind }) => id === questionId && kind === 'file')) throw new Refusal('invalid', { faults: [{ path: 'questionId', code: 'unknown-question' }] })
}
