import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { Queue } from '#db/queue.ts'
import type { Job, Made } from '#lib/server/document/maker.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** How long a file waits for its turn, how long it may take to make, and how long the idle thread stays: milliseconds. */
type Times = { patience: number; limit: number; idle: number }

/**
 * Makes files in a thread of its own, one at a time, so that no page or save waits behind them. The thread starts at the
 * first file, ends when it was idle, and starts anew after a fall. Refusal `busy` when a file's turn does not come in
 * time; Error when making it fails or takes too long.
 */
export function fileThread(times: Times): (job: Job) => Promise<Uint8Array> {
  const queue = new Queue(1, times.patience)
  let thread: Worker | undefined
  let rest: NodeJS.Timeout | undefined

  const start = (): Worker => {
    const worker = new Worker(entry)
    worker.on('error', () => {})
    worker.on('exit', () => {
      if (thread === worker) thread = undefined
    })
    return worker
  }
  const stop = () => {
    void thread?.terminate()
    thread = undefined
  }
  const late = async (signal: AbortSignal): Promise<never> => {
    await pause(times.limit, undefined, { signal })
    stop()
    throw new Error(`A file took more than ${times.limit / 1000} s to make.`)
  }
  const make = async (job: Job): Promise<Uint8Array> => {
    clearTimeout(rest)
    const worker = (thread ??= start())
    const finished = new AbortController()
    worker.ref()
    try {
      const made = await Promise.race([answer(worker, job), late(finished.signal)])
      if (!made.ok) throw new Error(made.reason)
      return made.file
    } finally {
      finished.abort()
      worker.unref()
      rest = setTimeout(stop, times.idle).unref()
    }
  }
  return async (job) => {
    try {
      return await queue.run(() => make(job))
    } catch (error) {
      if ((error as { kind?: unknown }).kind === 'queue-full') throw new Refusal('busy', { retryAfter: Math.ceil(times.patience / 1000) })
      throw error
    }
  }
}

/** Node runs this file as it is, from the folder the portal is started in: it is never bundled with the pages. */
const entry = join(/* turbopackIgnore: true */ process.cwd(), 'lib/server/document/maker.ts')

/** The one thread of this process. */
export const inThread = fileThread({ patience: 30_000, limit: 60_000, idle: 60_000 })

function answer(worker: Worker, job: Job): Promise<Made> {
  const { promise, resolve, reject } = Promise.withResolvers<Made>()
  const ended = () => reject(new Error('The thread that makes files ended.'))
  worker.once('message', resolve).once('error', reject).once('exit', ended)
  worker.postMessage(job, [])
  return promise.finally(() => worker.off('message', resolve).off('error', reject).off('exit', ended))
}
