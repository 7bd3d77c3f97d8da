import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { env, type Env } from '#lib/env.ts'
import { DurableDisk } from '#lib/server/file/durable-disk.ts'

/** Where files are kept, under keys that say nothing of what they hold or whose they are. */
export type FileStorage = {
  /** Folder for files on their way in: nothing in it has been acknowledged. */
  incoming: string
  /** Copies the file at `path` and returns its key once it would survive a power cut. Rejects leaving nothing behind. */
  put(path: string, facts: { mediaType: string; size: number; sha256: string }): Promise<string>
  /** The file's bytes; rejects before the first when it is not there. Whoever opens must read to the end or destroy. */
  open(key: string): Promise<Readable>
  /** A file that is not there is no error. */
  delete(key: string): Promise<void>
  /** Every key there is, in batches; half-written ones too. */
  list(): AsyncIterable<string[]>
  /** When a file came to be. Rejects when it is not there. */
  writtenAt(key: string): Promise<Date>
}

export type StorageSettings = Pick<Env, 'PORTAL_DATA_DIR' | 'S3_ENDPOINT' | 'S3_REGION' | 'S3_BUCKET' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY' | 'S3_FORCE_PATH_STYLE'>

let opened: Promise<FileStorage> | undefined

/** The storage the settings name, opened once per process. */
export function storage(): Promise<FileStorage> {
  opened ??= openStorage(env()).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

/** Opens the folder PORTAL_DATA_DIR/files, or the bucket when one is set; clears what a killed process left half received. */
export async function openStorage(settings: StorageSettings): Promise<FileStorage> {
  const incoming = join(settings.PORTAL_DATA_DIR, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await clearOlderThanADay(incoming)
  const disk = new Disk(settings.S3_BUCKET === undefined ? await openFolder(settings) : await openBucket(settings, settings.S3_BUCKET))
  return {
    incoming,
    open: async (key) => disk.getStream(key),
    delete: (key) => disk.delete(key),
    list: () => listKeys(disk),
    writtenAt: async (key) => (await disk.getMetaData(key)).lastModified,
    async put(path, { mediaType, size, sha256 }) {
      const id = randomUUID()
      const key = `${id.slice(0, 2)}/${id}`
      // A bucket refuses bytes whose digest differs (and is spared trailing checksums, unknown to many); a disk ignores it.
      const facts = { contentType: mediaType, contentLength: size, ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64') }
      await twice(() => disk.copyFromFs(path, key, facts)).catch(async (error: unknown) => {
        await disk.delete(key).catch(() => undefined)
        throw error
      })
      return key
    },
  }
}

async function* listKeys(disk: Disk): AsyncGenerator<string[]> {
  let after: string | undefined
  do {
    const { objects, paginationToken } = await disk.listAll('', { recursive: true, ...(after !== undefined && { paginationToken: after }) })
    yield [...objects].flatMap((each) => (each.isFile ? [each.key] : []))
    after = paginationToken
  } while (after !== undefined)
}

async function openFolder({ PORTAL_DATA_DIR }: StorageSettings): Promise<DurableDisk> {
  const folder = join(PORTAL_DATA_DIR, 'files')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return new DurableDisk(folder)
}

/** Loaded only where it is used: the client of the S3 API is large. */
async function openBucket(settings: StorageSettings, bucket: string) {
  const { S3Driver } = await import('flydrive/drivers/s3')
  return new S3Driver({
    bucket,
    visibility: 'private',
    // Private is what a bucket is by default; several stores know no other way to say so.
    supportsACL: false,
    ...(settings.S3_ENDPOINT !== undefined && { endpoint: settings.S3_ENDPOINT }),
    ...(settings.S3_REGION !== undefined && { region: settings.S3_REGION }),
    forcePathStyle: settings.S3_FORCE_PATH_STYLE === 'on',
    credentials: { accessKeyId: settings.S3_ACCESS_KEY_ID ?? '', secretAccessKey: settings.S3_SECRET_ACCESS_KEY ?? '' },
    // What goes wrong is thrown, and said by whoever catches it.
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
  })
}

/** The S3 client cannot send a stream again by itself; from a file it can begin anew. */
async function twice(attempt: () => Promise<void>): Promise<void> {
  try {
    await attempt()
  } catch {
    await attempt()
  }
}

async function clearOlderThanADay(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const facts = await stat(path).catch(() => undefined)
    if (facts && facts.mtimeMs < Date.now() - 86_400_000) await rm(path, { force: true })
  }
}
