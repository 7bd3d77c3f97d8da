import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import postgres from 'postgres'
import { FolderInUse, lockFolder } from '#db/folder-lock.ts'
import { type Account, bareEnvironment, canEnter, openFolder, postgresAccount } from '#db/postgres-account.ts'
import { postgresBinaries } from '#db/postgres-binaries.ts'
import { SupervisedPostgres } from '#db/supervised-postgres.ts'
import { CannotStart, keptSecret } from '#lib/env.ts'

/** A running PostgreSQL of our own; `url` is its administrator's address for the database `portal`. */
export type Cluster = { url: string; stop(): Promise<void> }

const major = '18'
const roomNeeded = 64 * 1024 ** 2

/**
 * Starts the PostgreSQL kept under `dataDir`, made the first time, on a free port of this machine only, until `stop`.
 * The programs are run directly: the npm package's own interface starts them in the terminal's group, so that Ctrl-C
 * would end PostgreSQL under requests still being answered. Throws `CannotStart`.
 */
export async function startEmbedded(dataDir: string, onTrouble: (sentence: string) => void = () => {}): Promise<Cluster> {
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
    if (!existsSync(cluster)) createCluster(cluster, binaries.initdb, account, password)
    requireUsable(cluster, account)
    const server = new SupervisedPostgres({
      program: binaries.postgres, cluster: realpathSync(cluster), log: freshLog(folder), account, onTrouble,
    })
    await server.start()
    const at = (database: string) => `postgres://portal_admin:${password}@127.0.0.1:${server.port}/${database}`
    const stop = () => server.stop().finally(unlock)
    await createDatabase(at('postgres')).catch(async (error: unknown) => {
      await stop()
      throw error
    })
    return { url: at('portal'), stop }
  } catch (error) {
    unlock()
    throw error
  }
}

/** Removes a stopped cluster with everything kept for it, wherever that is. */
export function destroyEmbedded(dataDir: string) {
  const cluster = join(resolve(dataDir), 'postgres')
  if (existsSync(cluster)) rmSync(realpathSync(cluster), { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
}

function lock(folder: string): () => void {
  try {
    return lockFolder(folder)
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    throw new CannotStart(`The data folder ${folder} is in use by another portal (process ${error.owner}): stop that one, or set PORTAL_DATA_DIR to another folder.`)
  }
}

function requireRoom(folder: string) {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize >= roomNeeded) return
  throw new CannotStart(`The disk of ${folder} is full (${Math.floor((bavail * bsize) / 1024 ** 2)} MB left): free at least ${roomNeeded / 1024 ** 2} MB and start again.`)
}

function requireUsable(cluster: string, account: Account | undefined) {
  if (account && !canEnter(cluster, account)) {
    throw new CannotStart(`PostgreSQL does not run as root and its user cannot enter ${cluster}: move the project to a folder others may enter, or start it as an ordinary user.`)
  }
  let version: string
  try {
    version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  } catch {
    throw new CannotStart(`${cluster} cannot be read as a PostgreSQL folder: start the portal as the user who made it, or set PORTAL_DATA_DIR to another folder.`)
  }
  if (version !== major) throw new CannotStart(`${cluster} was made by PostgreSQL ${version} and this portal runs ${major}: set PORTAL_DATA_DIR to another folder.`)
}

/** Made beside its place and moved there once whole, so that a killed first start leaves nothing half-made. */
function createCluster(cluster: string, initdb: string, account: Account | undefined, password: string) {
  const draft = `${cluster}.new`
  rmSync(draft, { recursive: true, force: true })
  const beside = !account || canEnter(dirname(cluster), account)
  if (beside) mkdirSync(draft, { mode: 0o700 })
  else symlinkSync(openFolder(account), draft)
  const home = realpathSync(draft)
  const passwordFile = `${home}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) for (const path of [home, passwordFile]) chownSync(path, account.uid, account.gid)
  try {
    runInitdb(initdb, home, passwordFile, account)
  } catch (error) {
    rmSync(home, { recursive: true, force: true })
    throw error
  } finally {
    rmSync(passwordFile)
  }
  renameSync(draft, cluster)
}

/** French order of words where this build of PostgreSQL has ICU, else the order of code points. */
function runInitdb(initdb: string, home: string, passwordFile: string, account: Account | undefined) {
  const locales = [['--locale-provider=icu', '--icu-locale=fr'], ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']]
  let said = ''
  for (const locale of locales) {
    const { status, stderr, error } = spawnSync(initdb, [
      '-D', home, '-U', 'portal_admin', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', ...locale, '--no-instructions',
    ], { ...account, cwd: home, env: bareEnvironment, encoding: 'utf8' })
    if (status === 0) return
    said = stderr || String(error)
  }
  if (said.includes('No space left on device')) throw new CannotStart(`The disk of ${home} is full: free some space and start again.`)
  throw new CannotStart(`PostgreSQL could not make its folder ${home}: ${said.trim().split('\n')[0]}`)
}

/** A new log for this start; the one before is kept. */
function freshLog(folder: string): string {
  const log = join(folder, 'postgres.log')
  if (existsSync(log)) renameSync(log, `${log}.before`)
  return log
}

async function createDatabase(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [found] = await sql`select 1 from pg_database where datname = 'portal'`
    if (!found) await sql`create database portal`
  } finally {
    await sql.end()
  }
}
