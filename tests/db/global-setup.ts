import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { connect, disconnect } from '#db/client.ts'
import { destroyEmbedded, startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { recordInstance } from '#db/record-instance.ts'
import { roleUrls } from '#db/roles.ts'
import { seedDemonstration } from '#db/seed/demonstration.ts'
import { loadReferential } from '#db/seed/referential.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's administrator, connected to the template every test file's database is a copy of. */
    templateUrl: string
    authSecret: string
  }
}

/** One real PostgreSQL for the run, with a template database that holds what the portal holds after its first start. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const templateUrl = await makeTemplate(server.url)
  const authSecret = randomBytes(32).toString('hex')
  await migrate(templateUrl, authSecret)
  await recordInstance(templateUrl, { demonstration: true, mailboxIsOpen: true })
  await loadReferential(templateUrl)
  process.env.AUTH_SECRET = authSecret
  connect(roleUrls(templateUrl, authSecret))
  // The calls of the demonstration are another test's: what all tests copy stays small.
  await seedDemonstration({ stage: 'people' })
  // A database somebody is connected to cannot be copied.
  await disconnect()
  provide('templateUrl', templateUrl)
  provide('authSecret', authSecret)
  return async () => {
    await dropDatabase(server.url, databaseOf(templateUrl))
    await server.stop()
  }
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const { TEST_DATABASE_URL } = process.env
  if (TEST_DATABASE_URL) return { url: TEST_DATABASE_URL, stop: () => Promise.resolve() }
  const folder = mkdtempSync(join(tmpdir(), 'portal-tests-'))
  const { url, stop } = await startEmbedded(folder)
  return { url, stop: () => stop().then(() => destroyEmbedded(folder)) }
}

async function makeTemplate(serverUrl: string): Promise<string> {
  const name = `portal_template_${randomBytes(4).toString('hex')}`
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} })
  await sql`create database ${sql(name)}`
  await sql.end()
  return serverUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}

async function dropDatabase(serverUrl: string, name: string) {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} })
  await sql`drop database ${sql(name)} with (force)`
  await sql.end()
}

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1)
}
