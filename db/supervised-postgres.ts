import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#db/free-port.ts'
import { type Account, bareEnvironment } from '#db/postgres-account.ts'
import { commandOf, startOf } from '#db/process-facts.ts'
import { CannotStart } from '#lib/env.ts'

export type SupervisedOptions = {
  program: string
  /** Absolute and real: PostgreSQL and we must call it by the same name. */
  cluster: string
  log: string
  account: Account | undefined
  onTrouble: (sentence: string) => void
}

const settings = [
  'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'password_encryption=scram-sha-256', 'timezone=UTC',
  'max_wal_size=256MB', 'log_checkpoints=off', 'fsync=on', 'full_page_writes=on', 'synchronous_commit=on',
]

/** One PostgreSQL process, started again on the same port when it ends by itself. */
export class SupervisedPostgres {
  port = 0
  #options: SupervisedOptions
  #child: ChildProcess | undefined
  #stopping = false
  #watch: Promise<void> = Promise.resolve()
  #lastWish = () => this.#child?.kill('SIGINT')

  constructor(options: SupervisedOptions) {
    this.#options = options
  }

  /** Resolves once connections are accepted. Throws `CannotStart` with PostgreSQL's own reason. */
  async start() {
    await stopOrphan(this.#options.cluster)
    this.port = await freePort()
    process.once('exit', this.#lastWish)
    const child = await this.#launch()
    this.#watch = this.#keepAlive(child)
  }

  /** Ends sessions, writes everything down and resolves when the process is gone. */
  async stop() {
    this.#stopping = true
    process.off('exit', this.#lastWish)
    this.#child?.kill('SIGINT')
    const impatience = setTimeout(() => this.#child?.kill('SIGQUIT'), 10_000)
    await this.#watch
    clearTimeout(impatience)
  }

  async #launch(): Promise<ChildProcess> {
    const { program, cluster, log, account } = this.#options
    const before = existsSync(log) ? statSync(log).size : 0
    const output = openSync(log, 'a', 0o600)
    const child = spawn(program, ['-D', cluster, '-p', String(this.port), ...settings.flatMap((setting) => ['-c', setting])], {
      ...account, cwd: cluster, detached: true, env: bareEnvironment, stdio: ['ignore', output, output],
    })
    closeSync(output)
    this.#child = child
    const ended = once(child, 'exit').then(() => true, () => true)
    while (!isReady(cluster, child.pid)) {
      if (await Promise.race([ended, pause(20, false)])) throw refusal(log, before)
    }
    return child
  }

  async #keepAlive(first: ChildProcess) {
    for (let child: ChildProcess | undefined = first; ; ) {
      if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      if (this.#stopping) return
      if (child) this.#options.onTrouble(`PostgreSQL stopped by itself and is being started again; see ${this.#options.log}.`)
      await pause(child ? 100 : 500)
      if (this.#stopping) return
      child = await this.#launch().catch(() => undefined)
    }
  }
}

/** The last line but one of PostgreSQL's own lock file says when it accepts connections; it is how pg_ctl knows, too. */
function isReady(cluster: string, pid: number | undefined): boolean {
  const lines = lockLines(cluster)
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/** A PostgreSQL left running by a killed portal is asked to end. The caller holds the folder, so no living portal uses it. */
async function stopOrphan(cluster: string) {
  const pid = Number(lockLines(cluster)[0])
  if (!pid || !commandOf(pid)?.includes(cluster)) return
  const started = startOf(pid)
  process.kill(pid, 'SIGINT')
  for (let waited = 0; startOf(pid) === started && waited < 10_000; waited += 50) await pause(50)
  if (startOf(pid) === started) process.kill(pid, 'SIGQUIT')
}

function lockLines(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function refusal(log: string, from: number): CannotStart {
  const said = readFileSync(log).subarray(from).toString()
  if (said.includes('No space left on device')) return new CannotStart('The disk is full: PostgreSQL cannot write. Free some space and start again.')
  const reason = said.match(/(?:FATAL|PANIC): {2}(.+)/)?.[1] ?? 'it gave no reason'
  return new CannotStart(`PostgreSQL did not start (${reason}); its log is ${log}.`)
}
