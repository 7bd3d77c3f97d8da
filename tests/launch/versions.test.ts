import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import floors from '#tests/launch/floors.json' with { type: 'json' }

/** Versions under which a published flaw is known. `npm audit` alone misses some; nested copies count too. */
type Lock = { packages: Record<string, { version?: string; resolved?: string }> }
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string>; devDependencies: Record<string, string> }

function older(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split('-')[0]?.split('.').map(Number) ?? [])
  for (let i = 0; i < 3; i += 1) if (a?.[i] !== b?.[i]) return (a?.[i] ?? 0) < (b?.[i] ?? 0)
  return false
}

describe('versions', () => {
  it('compares numerically', () => {
    expect([older('16.10.0', '16.4.6'), older('16.4.5', '16.4.6'), older('16.4.6', '16.4.6')]).toEqual([false, true, false])
  })

  it.each(Object.entries(floors))('every installed %s is at or above %s', (name, floor) => {
    const installed = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
    expect(installed.filter(([, { version }]) => older(version ?? '0', floor)).map(([path, { version }]) => `${path} ${version}`)).toEqual([])
  })

  it('pins every dependency exactly and records no registry address', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(([, range]) => !/^\d+\.\d+\.\d+/.test(range))
    expect(loose).toEqual([])
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([])
  })
})
