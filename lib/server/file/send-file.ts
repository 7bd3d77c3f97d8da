import type { HeldFiles, StoredFile } from '#lib/domain/file.ts'
import { addFile } from '#lib/server/file/add-file.ts'
import { receiveFile } from '#lib/server/file/receive-file.ts'
import type { KeptFile } from '#lib/server/file/receivable.ts'
import { showRoom } from '#lib/server/file/show-room.ts'
import { type FileStorage, storage } from '#lib/server/file/storage.ts'
import type { Caller } from '#lib/server/opening.ts'
import { addDocument, showDocumentRoom } from '#lib/server/programme/add-document.ts'
import { isRefusal } from '#lib/server/refusal.ts'

/** A file on its way. `size` (bytes) and `sha256` (hexadecimal) are what the sender announced, when it did. */
type Sent = { name: string; body: ReadableStream<Uint8Array>; size?: number; sha256?: string }
export type SentToDraft = Sent & { draftId: string; questionId: string | null; key: string }
export type SentToProgramme = Sent & { programmeId: string; milestoneId: string | null; key: string }

type Room = { before: KeptFile; held: null } | { before: null; held: HeldFiles }
/** The two verbs around the receiving: whether it may come, and entering it; and whether what comes must hold totals alone. */
type Verbs<T> = { totals: boolean;  room: (caller: Caller, target: T) => Promise<Room>; add: (caller: Caller, entered: T & { storageKey: string; file: StoredFile }) => Promise<{ file: KeptFile; isNew: boolean }> }

/**
 * Takes a file for a draft: asks whether it may come, receives it while no connection to the database is held, then
 * enters it as of when its sending began. What is refused leaves neither row nor bytes. Throws as the verbs and
 * `receiveFile` do; the body is let go of in any case.
 */
export function sendFile(caller: Caller, { draftId, questionId, key, ...sent }: SentToDraft, store?: FileStorage): Promise<KeptFile> {
  return send({ totals: false, room: showRoom, add: addFile }, caller, { draftId, questionId, key }, sent, store)
}

/** The same for a programme, or for a milestone of it: a file that lists people is refused. */
export function sendDocument(caller: Caller, { programmeId, milestoneId, key, ...sent }: SentToProgramme, store?: FileStorage): Promise<KeptFile> {
  return send({ totals: true, room: showDocumentRoom, add: addDocument }, caller, { programmeId, milestoneId, key }, sent, store)
}

async function send<T extends object>(verbs: Verbs<T>, caller: Caller, target: T, sent: Sent, store: FileStorage | undefined): Promise<KeptFile> {
  const room = await roomFor(verbs, caller, target, sent.body)
  if (room.before) return room.before
  const into = store ?? (await storage())
  const { key: storageKey, file } = await receiveFile({ ...sent, held: room.held, totals: verbs.totals }, into)
  try {
    const { file: kept, isNew } = await verbs.add(caller, { ...target, storageKey, file })
    if (!isNew) await into.delete(storageKey)
    return kept
  } catch (error) {
    // Whether a commit that was cut off took place is not known: bytes without a row are swept up at night.
    if (isRefusal(error) && error.code !== 'busy') await into.delete(storageKey)
    throw error
  }
}

/** Lets go of the body when nobody will read it. */
async function roomFor<T>({ room: ask }: Verbs<T>, caller: Caller, target: T, body: ReadableStream<Uint8Array>): Promise<Room> {
  let wanted = false
  try {
    const room = await ask(caller, target)
    wanted = room.before === null
    return room
  } finally {
    if (!wanted) void body.cancel().catch(() => undefined)
  }
}
