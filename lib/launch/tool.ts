import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

export type Ran = { code: number; output: string }

/**
 * Runs a tool from node_modules with the Node in charge (not the one its first line would find) and keeps what it says.
 * `tool` is the package, or the package and the name of its command: `oxlint`, `@playwright/test playwright`.
 */
export function runTool(tool: string, args: readonly string[], { signal, env }: { signal: AbortSignal; env?: Record<string, string> }): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [programOf(tool), ...args], {
      env: { ...process.env, CI: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    // SIGINT is what every one of them takes as "finish tidily".
    signal.addEventListener('abort', () => child.kill('SIGINT'), { once: true })
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: stripVTControlCharacters(output) }))
  })
}

function programOf(tool: string): string {
  const [name = '', command = name] = tool.split(' ')
  const manifest = join('node_modules', name, 'package.json')
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> }
  const program = typeof bin === 'string' ? bin : bin[command]
  if (!program) throw new Error(`${name} has no command ${command}.`)
  return join(dirname(manifest), program)
}
