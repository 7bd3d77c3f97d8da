import { readFileSync, realpathSync } from 'node:fs'
import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import type { Persona } from '#tests/access/routes.ts'
import type { World } from '#tests/access/world.ts'

export const address = process.env.PORTAL_TEST_ADDRESS ?? ''
const folder = process.env.PORTAL_TEST_DATA_DIR ?? ''
const agent = new Agent({ keepAlive: true, maxSockets: 4 })

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }
type Asked = { method?: string; headers?: Record<string, string>; body?: string | Uint8Array }

/** One request sent as it is, without tidying up its path; status 0 when the server cut the connection. */
export function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve) => {
    const request = httpRequest({ hostname, port, path, method, headers, agent }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    request.on('error', () => resolve({ status: 0, headers: {}, text: '' }))
    request.end(body)
  })
}

/** What a browser in which this persona of the world is signed in sends along. */
export function cookieOf({ people }: World, persona: Persona): Record<string, string> {
  return persona === 'visitor' ? {} : { cookie: `portal.session=${people[persona].token}` }
}

/** The secret of the portal under test. */
export function secret(): string {
  return readFileSync(join(folder, 'auth-secret'), 'utf8').trim()
}

/** The administrator's address of a database of the portal's PostgreSQL. */
export function databaseUrl(name = 'portal'): string {
  const password = readFileSync(join(folder, 'postgres-password'), 'utf8').trim()
  const port = readFileSync(join(realpathSync(join(folder, 'postgres')), 'postmaster.pid'), 'utf8').split('\n')[3]
  return `postgres://portal_admin:${password}@127.0.0.1:${port}/${name}`
}

/** The database of the portal under test, past all row policies. The caller ends it. */
export function database(name = 'portal'): Sql {
  // World-building hashes codes as the portal does.
  process.env.AUTH_SECRET ??= secret()
  return postgres(databaseUrl(name), { max: 2, onnotice: () => {} })
}
