import { createReadStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { once } from 'node:events'
import { FSDriver } from 'flydrive/drivers/fs'

/**
 * A folder whose files survive a power cut once `putStream` has returned: written beside, flushed, renamed into
 * place, then every directory on the way flushed too. A file is there whole or not at all.
 */
export class DurableDisk extends FSDriver {
  readonly #folder: string

  constructor(folder: string) {
    super({ location: folder, visibility: 'private' })
    this.#folder = folder
  }

  override async putStream(key: string, contents: Readable): Promise<void> {
    const part = `${key}.part`
    try {
      await super.putStream(part, contents)
      await flush(join(this.#folder, part))
      await rename(join(this.#folder, part), join(this.#folder, key))
    } catch (error) {
      await super.delete(part)
      throw error
    }
    for (let folder = dirname(join(this.#folder, key)); ; folder = dirname(folder)) {
      await flush(folder)
      if (folder === dirname(this.#folder)) return
    }
  }

  /** Rejects at once when the file is not there, rather than in the middle of an answer. */
  override async getStream(key: string): Promise<Readable> {
    const stream = createReadStream(join(this.#folder, key))
    await once(stream, 'open')
    return stream
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
