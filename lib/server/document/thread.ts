import { join } from 'node:path'
import type { Job } from '#lib/server/document/maker.ts'
import { ownThread, type Times } from '#lib/server/thread.ts'

/** Node runs this file as it is, from the folder the portal is started in: it is never bundled with the pages. */
const entry = join(/* turbopackIgnore: true */ process.cwd(), 'lib/server/document/maker.ts')

/** Makes files in a thread of its own; see `ownThread` for what it refuses. */
export function fileThread(times: Times): (job: Job) => Promise<Uint8Array> {
  return ownThread<Job, Uint8Array>(entry, 'A file', times)
}

/** The one thread of this process that makes files. */
export const inThread = fileThread({ patience: 30_000, limit: 60_000, idle: 60_000 })
