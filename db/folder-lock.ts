import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startOf } from '#db/process-facts.ts'

/** Thrown when a living process holds the folder; `owner` is its process number. */
export class FolderInUse extends Error {
  readonly owner: number
  constructor(folder: string, owner: number) {
    super(`${folder} is in use by process ${owner}`)
    this.owner = owner
  }
}

/**
 * Takes a folder for this process and returns the function that gives it back.
 * A lock left behind by a killed process is taken over: the process's start time tells it from a newer one of the same number.
 * Throws `FolderInUse`.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock')
  const own = `${process.pid} ${startOf(process.pid)}`
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, own, { mode: 0o600 })
  try {
    while (!linked(draft, file)) {
      const holder = read(file)
      if (holder === undefined) continue
      const owner = Number.parseInt(holder, 10)
      if (holder === `${owner} ${startOf(owner)}`) throw new FolderInUse(folder, owner)
      discard(file, holder)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (read(file) === own) rmSync(file, { force: true })
  }
}

/** A hard link appears whole or not at all, so nobody ever reads a half-written lock. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Removes a stale lock unless another process replaced it meanwhile: then its lock is put back. */
function discard(file: string, stale: string) {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (read(aside) !== stale) linked(aside, file)
  rmSync(aside, { force: true })
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
