import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { Queue } from '#db/queue.ts'
import type { Job, Made } from '#lib/server/document/maker.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** How long a file waits for its turn, how long it may take to make, and how long the idle thread stays: milliseconds. */
const [patience, limit, idle] = [30_000, 60_000, 60_000]

const queue = new Queue(1, patience)
let thread: Worker | undefined
let rest: NodeJS.Timeout | undefined

/**
 * Makes a file in a thread of its own, one at a time, so that no page or save waits behind it. The thread starts at the
 * first file and ends after a minute without one. Refusal `busy` when too many are asked for; Error when making fails.
 */
export async function inThread(job: Job): Promise<Uint8Array> {
  try {
    return await queue.run(() => make(job))
  } catch (error) {
    if ((error as { kind?: unknown }).kind === 'queue-full') throw new Refusal('busy', { retryAfter: patience / 1000 })
    throw error
  }
}

async function make(job: Job): Promise<Uint8Array> {
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
    rest = setTimeout(stop, idle).unref()
  }
}

/** Node runs the file as it is, from the folder the portal is started in: it is never bundled with the pages. */
function start(): Worker {
  const worker = new Worker(join(/* turbopackIgnore: true */ process.cwd(), 'lib/server/document/maker.ts'))
  worker.on('error', () => {})
  worker.on('exit', () => {
    if (thread === worker) thread = undefined
  })
  return worker
}

function stop(): void {
  void thread?.terminate()
  thread = undefined
}

function answer(worker: Worker, job: Job): Promise<Made> {
  const { promise, resolve, reject } = Promise.withResolvers<Made>()
  const ended = () => reject(new Error('The thread that makes files ended.'))
  worker.once('message', resolve).once('error', reject).once('exit', ended)
  worker.postMessage(job, [])
  return promise.finally(() => worker.off('message', resolve).off('error', reject).off('exit', ended))
}

async function late(signal: AbortSignal): Promise<never> {
  await pause(limit, undefined, { signal, ref: false })
  stop()
  throw new Error(`A file took more than ${limit / 1000} s to make.`)
}
