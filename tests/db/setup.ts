import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { authSecret, dropDatabase, makeDatabase } from '#tests/db/database.ts'

/** The environment a test file sees: its own database and data folder, whatever the machine's says. */
const folder = mkdtempSync(join(tmpdir(), 'portal-test-'))
for (const name of Object.keys(process.env)) if (/^(OIDC_|COMPANY_|SMTP_URL|MAIL_FROM|DATABASE_URL|PORTAL_|TRUSTED_PROXY)/.test(name)) delete process.env[name]
Object.assign(process.env, { AUTH_SECRET: authSecret, PORTAL_DATA_DIR: folder, PORTAL_URL: 'http://portal.test', COMPANY_REGISTER_URL: 'off' })

beforeAll(makeDatabase)
afterAll(async () => {
  await dropDatabase()
  rmSync(folder, { recursive: true, force: true })
})
