import type { StoredFile } from '#lib/domain/file.ts'
import { serveFile } from '#lib/server/file/serve-file.ts'
import { storage } from '#lib/server/file/storage.ts'
import { Refusal } from '#lib/server/refusal.ts'

type Opened = Pick<StoredFile, 'name' | 'mediaType' | 'size' | 'sha256'> & { storageKey: string }

/** A file somebody was allowed to open, with its bytes unless only its headers are asked for. Throws `busy` when the storage does not give them. */
export async function answerFile({ storageKey, ...facts }: Opened, method: string): Promise<Response> {
  const stream = await storage().then((store) => store.open(storageKey)).catch((error: unknown) => {
    console.error('stored bytes not given:', error)
    throw new Refusal('busy', { reason: 'storage', retryAfter: 30 })
  })
  const response = serveFile(facts, stream)
  if (method !== 'HEAD') return response
  stream.destroy()
  return new Response(null, response)
}
