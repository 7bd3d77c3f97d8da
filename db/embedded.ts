import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { FolderInUse, lockFolder, startOf } from '#db/folder-lock.ts'
import { type Account, canEnter, openFolder, postgresAccount } from '#db/postgres-account.ts'
import { type Binaries, postgresBinaries } from '#db/postgres-binaries.ts'
import { CannotStart, keptSecret } from '#lib/env.ts'

/** A running PostgreSQL of our own; `url` is its administrator's address for the database `portal`. */
export type Cluster = { url: string; stop(): Promise<void> }
export type EmbeddedOptions = {
  /** Told, in one sentence, when PostgreSQL stopped by itself and is being started again. */
  onTrouble?: (sentence: string) => void
}

const major = '18'
const roomNeeded = 64 * 1024 * 1024

/**
 * Starts the PostgreSQL kept under `dataDir`, creating it the first time, on a free port of this machine only.
 * It is started again if it dies (full disk, kill), on the same port, until `stop`.
 * The npm package's own interface is passed by: it starts PostgreSQL in the terminal's group, so that Ctrl-C would end it
 * under requests still being answered, and it ends the process from exit hooks. Throws `CannotStart`.
 */
export async function startEmbedded(dataDir: string, { onTrouble = () => {} }: EmbeddedOptions = {}): Promise<Cluster> {
  const folder = resolve(dataDir)
  mkdirSync(folder, { recursive: true })
  const unlock = lock(folder)
  try {
    const cluster = join(folder, 'postgres')
    const account = postgresAccount(cluster)
    chmodSync(folder, account ? 0o711 : 0o700)
    requireRoom(folder)
    const binaries = postgresBinaries(account)
    const password = keptSecret(folder, 'postgres-password')
    if (!existsSync(cluster)) createCluster(cluster, binaries, account, password)
    requireUsable(cluster, account)
    await stopOrphan(cluster)
    const server = new Supervised({ cluster, log: join(folder, 'postgres.log'), binaries, account, port: await freePort(), onTrouble })
    await server.start()
    const at = (database: string) => `postgres://portal_admin:${password}@127.0.0.1:${server.port}/${database}`
    await createDatabase(at('postgres'))
    return {
      url: at('portal'),
      async stop() {
        await server.stop()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function lock(folder: string): () => void {
  try {
    return lockFolder(folder)
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    throw new CannotStart(`The data folder ${folder} is in use by another portal (process ${error.owner}): stop it first, or set PORTAL_DATA_DIR to another folder.`)
  }
}

function requireRoom(folder: string) {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < roomNeeded) {
    throw new CannotStart(`The disk of ${folder} is full (${Math.floor((bavail * bsize) / 1024 ** 2)} MB left): free at least ${roomNeeded / 1024 ** 2} MB and start again.`)
  }
}

/** Made beside its place and moved there once whole, so that a killed first start leaves nothing half-made. */
function createCluster(cluster: string, binaries: Binaries, account: Account | undefined, password: string) {
  const draft = `${cluster}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const home = account && !canEnter(draft, { ...account, uid: 0 }) ? openFolder(account) : draft
  const passwordFile = join(home, '..', `password.${process.pid}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) for (const path of [home, passwordFile]) chownSync(path, account.uid, account.gid)
  const made = [[], ['--locale-provider=icu', '--icu-locale=fr'], ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']]
  void made
  rmSync(passwordFile)
  renameSync(draft, cluster)
}
