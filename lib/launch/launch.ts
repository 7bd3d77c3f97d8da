import { existsSync } from 'node:fs'
import { CannotStart } from '#lib/env.ts'

/** What a launched program holds on to while it runs. */
export type Launch = {
  /** Aborted when the program is asked to end while still starting. */
  signal: AbortSignal
  /** Called when the program ends, last registered first. */
  whenEnding(close: () => Promise<unknown>): void
  /** Ends the program as a signal would, but failing, with one sentence. */
  fail(sentence: string): void
}

/** Longest a program may take to answer its last requests and stop what it started, in milliseconds. */
const patience = 20_000

/**
 * Runs `start`. When it resolves to `done` or `failed` the program ends; else it waits to be told to end (Ctrl-C, SIGTERM, or the bootstrap being gone) and stops everything `start` began.
 * Exit code 0 when told to end; 1, with one sentence, when it could not start. Anything else is a fault and keeps its trace.
 */
export async function launch(start: (launch: Launch) => Promise<'running' | 'done' | 'failed'>): Promise<void> {
  const abort = new AbortController()
  const closers: (() => Promise<unknown>)[] = []
  let ending = false

  async function end(code: number) {
    if (ending) return
    ending = true
    abort.abort()
    setTimeout(() => process.exit(1), patience).unref()
    for (let close = closers.pop(); close; close = closers.pop()) {
      await close().catch((error: unknown) => {
        console.error(error)
        code = 1
      })
    }
    process.exit(code)
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
  if (process.channel) process.on('disconnect', () => void end(0))
  // One lost promise in one request is no reason to drop everybody else's.
  process.on('unhandledRejection', (error) => console.error(error))
  process.on('uncaughtException', (error) => {
    console.error(error)
    void end(1)
  })

  try {
    const outcome = await start({
      signal: abort.signal,
      whenEnding: (close) => void closers.push(close),
      fail(sentence) {
        console.error(sentence)
        void end(1)
      },
    })
    if (outcome !== 'running') await end(outcome === 'done' ? 0 : 1)
  } catch (error) {
    if (!ending) console.error(error instanceof CannotStart ? error.message : sentenceFor(error))
    await end(1)
  }
}

/** The settings file beside the code, if there is one; what the environment says already stays. */
export function readSettingsFile() {
  if (existsSync('.env')) process.loadEnvFile('.env')
}

/** Faults of the machine in words; anything else with its trace, because it is ours to mend. */
function sentenceFor(error: unknown): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, message, path } = cause as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === '53100') return 'The disk is full: free some space and start again.'
    if ((code === 'EACCES' || code === 'EROFS') && path) return `The portal may not write to ${path}: start it as the user who made that folder, or set PORTAL_DATA_DIR to another one.`
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return `The database in DATABASE_URL cannot be reached (${message || code}): check the address and that the server runs.`
    if (code === '28P01' || code === '28000' || code === '3D000') return `The database in DATABASE_URL refuses the portal: ${message}.`
  }
  return error
}
