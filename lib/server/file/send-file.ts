import { addFile } from '#lib/server/file/add-file.ts'
import { receiveFile } from '#lib/server/file/receive-file.ts'
import type { KeptFile } from '#lib/server/file/receivable.ts'
import { showRoom } from '#lib/server/file/show-room.ts'
import { type FileStorage, storage } from '#lib/server/file/storage.ts'
import type { Caller } from '#lib/server/opening.ts'
import { isRefusal } from '#lib/server/refusal.ts'

/** A file on its way to a draft. `size` (bytes) and `sha256` (hexadecimal) are what the sender announced, when it did. */
export type SentToDraft = { draftId: string; questionId: string | null; key: string; name: string; body: ReadableStream<Uint8Array>; size?: number; sha256?: string }

/**
 * Takes a file for a draft: asks whether it may come, receives it while no connection to the database is held, then
 * enters it as of when its sending began. What is refused leaves neither row nor bytes. Throws as the verbs and
 * `receiveFile` do; the body is let go of in any case.
 */
export async function sendFile(caller: Caller, { draftId, questionId, key, ...sent }: SentToDraft, store?: FileStorage): Promise<KeptFile> {
  const target = { draftId, questionId, key }
  const room = await roomFor(caller, target, sent.body)
  if (room.before) return room.before
  const into = store ?? (await storage())
  const { key: storageKey, file } = await receiveFile({ ...sent, held: room.held }, into)
  try {
    const { file: kept, isNew } = await addFile(caller, { ...target, storageKey, file })
    if (!isNew) await into.delete(storageKey)
    return kept
  } catch (error) {
    // Whether a commit that was cut off took place is not known: bytes without a row are swept up at night.
    if (isRefusal(error) && error.code !== 'busy') await into.delete(storageKey)
    throw error
  }
}

/** Lets go of the body when nobody will read it. */
async function roomFor(caller: Caller, target: Parameters<typeof showRoom>[1], body: ReadableStream<Uint8Array>) {
  let wanted = false
  try {
    const room = await showRoom(caller, target)
    wanted = room.before === null
    return room
  } finally {
    if (!wanted) void body.cancel().catch(() => undefined)
  }
}
