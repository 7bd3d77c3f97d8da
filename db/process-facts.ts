import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** When a process started, in its system's own words; undefined when it has ended or never was. */
export function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps('lstart=', pid)
  const stat = read(`/proc/${pid}/stat`)
  const facts = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  // A zombie has ended; only its parent has not looked yet.
  const ticks = facts[0] === 'Z' ? undefined : facts[19]
  return ticks && `${read('/proc/sys/kernel/random/boot_id')?.trim()} ${ticks}`
}

/** The command line of a process, its parts separated by spaces; undefined when there is no such process. */
export function commandOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps('command=', pid)
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim()
}

function ps(what: string, pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', what, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined
  } catch {
    return undefined
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
