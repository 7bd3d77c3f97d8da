import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotStart } from '#lib/env.ts'

/** The account PostgreSQL runs under when it is not ours. */
export type Account = { uid: number; gid: number }

/** What PostgreSQL's programs need of our environment; the rest of it, secrets included, is none of their business. */
export const bareEnvironment: NodeJS.ProcessEnv = { LC_ALL: 'C', PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV }

/** Folders every account can enter, for what root's own folders would hide from PostgreSQL. */
const openRoots = ['/var/lib', '/var/tmp']

/**
 * The account PostgreSQL must run under: it refuses to run as root.
 * Undefined for an ordinary user. Root gets the owner of an existing cluster, else `postgres`, made when it is missing.
 */
export function postgresAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { uid, gid }
  }
  const account = accountNamed('postgres') ?? accountNamed('_postgres') ?? (makeAccount(), accountNamed('postgres'))
  if (!account) throw new CannotStart('PostgreSQL does not run as root: create a user named postgres, or start the portal as an ordinary user.')
  return account
}

/** Whether an account may enter a folder and every folder above it (or read a file). Access lists are not read: a needless copy does no harm. */
export function canEnter(folder: string, account: Account): boolean {
  for (let path = realpathSync(folder); ; path = dirname(path)) {
    const stat = statSync(path)
    const wanted = stat.isDirectory() ? 0o1 : 0o4
    const shift = stat.uid === account.uid ? 6 : stat.gid === account.gid ? 3 : 0
    if ((stat.mode & (wanted << shift)) === 0) return false
    if (path === dirname(path)) return true
  }
}

/** A new folder of its own for the account, outside folders it cannot enter. */
export function openFolder(account: Account): string {
  return mkdtempSync(join(openRoot(account), 'postgres-'))
}

/** Where the account finds `folder`: the folder itself, or a copy kept under its name among the open folders. */
export function openCopy(folder: string, name: string, account: Account): string {
  if (readdirSync(folder).every((entry) => canEnter(join(folder, entry), account))) return folder
  const copy = join(openRoot(account), name)
  if (existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  cpSync(folder, draft, { recursive: true, verbatimSymlinks: true })
  openToAll(draft)
  try {
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

function openRoot(account: Account): string {
  for (const root of openRoots) {
    try {
      const folder = join(root, 'passerelle')
      if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o755)
      if (canEnter(folder, account)) return folder
    } catch {
      continue
    }
  }
  throw new CannotStart(`PostgreSQL runs as another user than root and can enter neither this folder nor ${openRoots.join(' nor ')}: start the portal as an ordinary user.`)
}

/** Undoes a strict umask of root's, under which the copied files would be root's alone. */
function openToAll(folder: string) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, entry)
    const stat = lstatSync(path)
    if (!stat.isSymbolicLink()) chmodSync(path, stat.isDirectory() ? 0o755 : stat.mode & 0o100 ? 0o755 : 0o644)
  }
}

function accountNamed(name: string): Account | undefined {
  try {
    return { uid: idOf('-u', name), gid: idOf('-g', name) }
  } catch {
    return undefined
  }
}

function idOf(flag: '-u' | '-g', name: string): number {
  return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
}

/** Debian's and Alpine's ways of adding a system account; `accountNamed` tells whether one worked. */
function makeAccount() {
  for (const [command, ...rest] of [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ] as [string, ...string[]][]) {
    try {
      execFileSync(command, rest, { stdio: 'ignore' })
      return
    } catch {
      continue
    }
  }
}
