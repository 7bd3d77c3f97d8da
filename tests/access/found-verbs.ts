import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Caller } from '#lib/server/opening.ts'

export type Verb = ((caller: Caller, input: Record<string, unknown>) => Promise<unknown>) & { verb: 'command' | 'query'; verbName: string }
export type FoundVerb = { file: string; exported: string; verb: Verb }

/** Every verb exported by a file of lib/server, found on disk, so that none can be forgotten. */
export async function foundVerbs(): Promise<FoundVerb[]> {
  const found: FoundVerb[] = []
  for (const file of globSync('lib/server/*/*.ts').sort()) {
    const exports = (await import(resolve(file))) as Record<string, unknown>
    for (const [exported, value] of Object.entries(exports)) if (isVerb(value)) found.push({ file, exported, verb: value })
  }
  return found
}

function isVerb(value: unknown): value is Verb {
  return typeof value === 'function' && 'verb' in value && 'verbName' in value
}
