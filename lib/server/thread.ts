import { setTimeout as pause } from 'node:timers/promises'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import { Queue } from '#db/queue.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** How long a job waits for its turn, how long it may take, and how long the idle thread stays: milliseconds. */
export type Times = { patience: number; limit: number; idle: number }

/** What a thread answers to a job. `spent`: end the thread, to give back what it took. */
export type Answer<Made> = { ok: true; made: Made; spent?: boolean } | { ok: false; reason: string }

/** A job took longer than it may. */
class TookTooLong extends Error {
  readonly kind = 'took-too-long'
}

/**
 * Does jobs in a thread of its own, one at a time, so that no page or save waits behind them. `entry`: the file Node runs
 * there as it is; it answers each message with one `Answer`. The thread starts at the first job, ends when it was idle, and
 * starts anew after a fall. Refusal `busy` when a job's turn does not come in time; TookTooLong, or Error when it fails.
 */
export function ownThread<Job, Made>(entry: string, what: string, times: Times, options: WorkerOptions = {}): (job: Job) => Promise<Made> {
  const queue = new Queue(1, times.patience)
  let thread: Worker | undefined
  let rest: NodeJS.Timeout | undefined

  const start = (): Worker => {
    const worker = new Worker(entry, options)
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
    throw new TookTooLong(`${what} took more than ${times.limit / 1000} s.`)
  }
  const work = async (job: Job): Promise<Made> => {
    clearTimeout(rest)
    const worker = (thread ??= start())
    const finished = new AbortController()
    worker.ref()
    try {
      const answer = await Promise.race([answerTo<Job, Made>(worker, job, what), late(finished.signal)])
      if (!answer.ok) throw new Error(answer.reason)
      if (answer.spent) stop()
      return answer.made
    } finally {
      finished.abort()
      worker.unref()
      rest = setTimeout(stop, times.idle).unref()
    }
  }
  return async (job) => {
    try {
      return await queue.run(() => work(job))
    } catch (error) {
      if ((error as { kind?: unknown }).kind === 'queue-full') throw new Refusal('busy', { retryAfter: Math.ceil(times.patience / 1000) })
      throw error
    }
  }
}

function answerTo<Job, Made>(worker: Worker, job: Job, what: string): Promise<Answer<Made>> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer<Made>>()
  const ended = () => reject(new Error(`${what}: its thread ended.`))
  worker.once('message', resolve).once('error', reject).once('exit', ended)
  worker.postMessage(job, [])
  return promise.finally(() => worker.off('message', resolve).off('error', reject).off('exit', ended))
}
