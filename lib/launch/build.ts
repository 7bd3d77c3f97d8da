import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { FolderInUse, lockFolder } from '#db/folder-lock.ts'
import { CannotStart } from '#lib/env.ts'
import { packStatic } from '#lib/launch/pack-static.ts'

const stamp = join('.next', 'built-from')
const turn = join('node_modules', '.passerelle', 'build')
/** What pages are made of. The launch scripts are run as they are, never built. */
const sources = ['app/**', 'components/**', 'db/**', 'lib/**', 'public/**', '*.config.{js,mjs,ts}', 'package.json', 'package-lock.json', 'tsconfig.json']

/** True in an image built beforehand, which carries the build and not the pages' sources. */
export function isPrebuilt(): boolean {
  return !existsSync('app')
}

/** Whether the sources differ from those of the last build. */
export function needsBuild(): boolean {
  if (isPrebuilt()) return false
  return !existsSync(join('.next', 'BUILD_ID')) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint()
}

/**
 * Builds the pages when their sources changed, one process at a time. Its output is shown only when it fails.
 * Throws `CannotStart`.
 */
export async function build(signal: AbortSignal): Promise<void> {
  mkdirSync(turn, { recursive: true })
  const release = await waitForTurn(signal)
  try {
    if (!needsBuild()) return
    const before = fingerprint()
    const { code, output } = await runNextBuild(signal)
    if (signal.aborted) return
    if (code !== 0) throw new CannotStart(`${output.trim()}\n\nThe pages could not be built: the reason is above.`)
    await packStatic('.next')
    writeFileSync(stamp, before)
  } finally {
    release()
  }
}

/**
 * Lets Next serve with the settings the build was made with, as its own standalone server does: next.config.js, and the
 * build tools it loads, are not needed to serve.
 */
export function serveAsBuilt(): void {
  const { config } = JSON.parse(readFileSync(join('.next', 'required-server-files.json'), 'utf8')) as { config: unknown }
  process.env['__NEXT_PRIVATE_STANDALONE_CONFIG'] = JSON.stringify(config)
}

async function waitForTurn(signal: AbortSignal): Promise<() => void> {
  for (;;) {
    try {
      return lockFolder(turn)
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error
      await pause(300, undefined, { signal })
    }
  }
}

function runNextBuild(signal: AbortSignal): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }, stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true })
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** One hash over the names and contents of all sources. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of globSync(sources, { exclude: ['lib/launch/**', 'db/migrations/**'] }).toSorted()) {
    if (statSync(file).isFile()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}
