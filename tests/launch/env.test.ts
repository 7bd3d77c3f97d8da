import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { CannotStart, parseEnv } from '#lib/env.ts'

const folder = mkdtempSync(join(tmpdir(), 'portal-env-'))
afterAll(() => rmSync(folder, { recursive: true }))

const inEarnest = {
  DATABASE_URL: 'postgres://portal@db.test/portal', AUTH_SECRET: 'x'.repeat(32), PORTAL_URL: 'https://portal.test/', SMTP_URL: 'smtp://mail.test', MAIL_FROM: 'portal@portal.test',
}

describe('parseEnv', () => {
  it('needs nothing for the demonstration, and keeps the secret it makes', () => {
    const first = parseEnv({ PORTAL_DATA_DIR: folder })
    expect(first).toMatchObject({ PORTAL_DEMONSTRATION: 'on', HOST: '127.0.0.1', PORT: 3000, PORTAL_URL: 'http://127.0.0.1:3000', PORTAL_WORKER: 'on', TRUSTED_PROXY: 0 })
    expect(first.AUTH_SECRET).toBe(readFileSync(join(folder, 'auth-secret'), 'utf8'))
    expect(first.AUTH_SECRET.length).toBeGreaterThanOrEqual(43)
    expect(statSync(join(folder, 'auth-secret')).mode & 0o777).toBe(0o600)
    expect(parseEnv({ PORTAL_DATA_DIR: folder }).AUTH_SECRET).toBe(first.AUTH_SECRET)
  })

  it('is no demonstration once there is a database, unless asked', () => {
    expect(parseEnv(inEarnest)).toMatchObject({ PORTAL_DEMONSTRATION: 'off', PORTAL_URL: 'https://portal.test' })
    expect(parseEnv({ ...inEarnest, PORTAL_DEMONSTRATION: 'on' }).PORTAL_DEMONSTRATION).toBe('on')
  })

  it('names everything that is missing in one sentence; an empty setting is a missing one', () => {
    expect(() => parseEnv({ DATABASE_URL: inEarnest.DATABASE_URL, MAIL_FROM: ' ' })).toThrow(new CannotStart('Settings are missing: AUTH_SECRET, PORTAL_URL, SMTP_URL, MAIL_FROM. See .env.example.'))
    expect(() => parseEnv({ PORTAL_DEMONSTRATION: 'off' })).toThrow('Settings are missing: DATABASE_URL, AUTH_SECRET, PORTAL_URL, SMTP_URL, MAIL_FROM.')
    expect(() => parseEnv({ ...inEarnest, OIDC_ISSUER: 'https://id.test' })).toThrow('Settings are missing: OIDC_CLIENT_ID, OIDC_CLIENT_SECRET.')
  })

  it('names everything that is wrong in one sentence', () => {
    expect(() => parseEnv({ PORT: 'http', AUTH_SECRET: 'short', DATABASE_URL: 'mysql://x' })).toThrow(
      'These settings cannot be used: DATABASE_URL must start with postgres://; PORT must be a number; AUTH_SECRET must have at least 32 characters.',
    )
  })

  it('asks the State’s company register unless another is named, or none', () => {
    const register = (COMPANY_REGISTER_URL: string) => parseEnv({ ...inEarnest, COMPANY_REGISTER_URL }).COMPANY_REGISTER_URL
    expect([register(''), register('off'), register('http://127.0.0.1:8080/')]).toEqual(['https://recherche-entreprises.api.gouv.fr', 'off', 'http://127.0.0.1:8080'])
    expect(() => register('none')).toThrow('COMPANY_REGISTER_URL must be off or an address starting with http:// or https://')
  })

  it('takes a bucket whole or not at all', () => {
    const bucket = { S3_BUCKET: 'deposits', S3_REGION: 'fr-par', S3_ACCESS_KEY_ID: 'key', S3_SECRET_ACCESS_KEY: 'secret' }
    expect(parseEnv({ ...inEarnest, ...bucket })).toMatchObject({ ...bucket, S3_FORCE_PATH_STYLE: 'off' })
    expect(parseEnv({ ...inEarnest, ...bucket, S3_ENDPOINT: 'http://127.0.0.1:9000', S3_FORCE_PATH_STYLE: 'on' })).toMatchObject({ S3_ENDPOINT: 'http://127.0.0.1:9000', S3_FORCE_PATH_STYLE: 'on' })
    expect(() => parseEnv({ PORTAL_DATA_DIR: folder, S3_BUCKET: 'deposits' })).toThrow('Settings are missing: S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY.')
    expect(() => parseEnv({ ...inEarnest, S3_ENDPOINT: 'https://s3.test' })).toThrow('Settings are missing: S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY.')
    expect(() => parseEnv({ ...inEarnest, ...bucket, S3_ENDPOINT: 's3.test' })).toThrow('S3_ENDPOINT must be an address starting with http:// or https://')
  })

  it('takes the address of a scanner only with its port', () => {
    expect(['tcp://127.0.0.1:3310', 'tcp://clamav:3310', 'tcp://[::1]:3310'].map((CLAMD_URL) => parseEnv({ ...inEarnest, CLAMD_URL }).CLAMD_URL)).toHaveLength(3)
    for (const CLAMD_URL of ['tcp://clamav', 'http://clamav:3310', 'clamav:3310', 'tcp://a b:3310', 'tcp://clamav:3310/x']) {
      expect(() => parseEnv({ ...inEarnest, CLAMD_URL })).toThrow('CLAMD_URL must be an address such as tcp://127.0.0.1:3310')
    }
  })

  it('believes no proxy, so many, or those listed', () => {
    const proxies = (TRUSTED_PROXY: string) => parseEnv({ ...inEarnest, TRUSTED_PROXY }).TRUSTED_PROXY
    expect([proxies(''), proxies('2'), proxies('10.0.0.1, fd00::1')]).toEqual([0, 2, ['10.0.0.1', 'fd00::1']])
  })
})
