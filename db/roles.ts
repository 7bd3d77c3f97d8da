import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import postgres, { type Sql } from 'postgres'
import type { Role } from '#db/client.ts'
import { CannotStart } from '#lib/env.ts'

const loginRoles = ['portal_app', 'portal_auth', 'portal_worker'] as const satisfies Role[]

/**
 * The administrator's address with another role's name and password; everything else, several hosts included, stays.
 * The password is HMAC-SHA-256 of the role's name under `AUTH_SECRET`, in hexadecimal.
 */
export function roleUrl(adminUrl: string, role: Role, authSecret: string): string {
  return adminUrl.replace(/^(postgres(?:ql)?:\/\/)(?:[^@/?]*@)?/, `$1${role}:${passwordOf(role, authSecret)}@`)
}

/** What `connect` of db/client.ts wants: an address for each role that signs in. */
export function roleUrls(adminUrl: string, authSecret: string): Record<Role, string> {
  return Object.fromEntries(loginRoles.map((role) => [role, roleUrl(adminUrl, role, authSecret)])) as Record<Role, string>
}

/**
 * Makes the portal's roles where they are missing and gives them the passwords that `roleUrl` derives.
 * Roles belong to the whole server, so another portal's database may be making them at the same moment.
 * Throws `CannotStart` when a role could see past row policies, or the account may not make roles.
 */
export async function ensureRoles(sql: Sql, adminUrl: string, authSecret: string): Promise<void> {
  await create(sql, 'portal_owner', 'nologin')
  for (const role of loginRoles) {
    await create(sql, role, 'login')
    if (!(await canSignIn(roleUrl(adminUrl, role, authSecret)))) {
      await insist(() => sql.unsafe(`alter role ${role} login password '${scramVerifier(passwordOf(role, authSecret))}'`))
    }
  }
  const powerful = await sql`select rolname from pg_roles where rolname in ${sql([...loginRoles, 'portal_owner'])} and (rolsuper or rolbypassrls)`
  if (powerful.length > 0) {
    throw new CannotStart(`The database role ${powerful[0]?.rolname} may read past row policies: take SUPERUSER and BYPASSRLS from it.`)
  }
  for (const role of ['portal_owner', 'portal_worker']) {
    const [row] = await sql`select pg_has_role(${role}, 'set') as member`
    if (!row?.member) await insist(() => sql.unsafe(`grant ${role} to current_user with set true, inherit true`)).catch(mayNotUse(role))
  }
}

function mayNotUse(role: string) {
  return (error: { code?: string }) => {
    if (error.code !== '42501') throw error
    throw new CannotStart(`The account in DATABASE_URL may not use the role ${role}, which another account made: have it granted, or use that account.`)
  }
}

async function create(sql: Sql, role: string, login: 'login' | 'nologin') {
  const [found] = await sql`select 1 from pg_roles where rolname = ${role}`
  if (found) return
  try {
    await sql.unsafe(`create role ${role} ${login}`)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '42501') throw new CannotStart('The account in DATABASE_URL may not create roles: give it CREATEROLE, or use another account.')
    if (code !== '42710' && code !== '23505') throw error
  }
}

async function canSignIn(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`select 1`
    return true
  } catch (error) {
    // 28P01: wrong password. 28000: no password yet. 42501: the database is not open to the role yet.
    if (['28P01', '28000', '42501'].includes((error as { code?: string }).code ?? '')) return false
    throw error
  } finally {
    await sql.end()
  }
}

/** PostgreSQL refuses two changes of one role at the same instant instead of making the second wait. */
async function insist(change: () => Promise<unknown>) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await change()
    } catch (error) {
      const { message } = error as Error
      if (attempt === 20 || !message.includes('concurrently updated')) throw error
    }
  }
}

function passwordOf(role: Role, authSecret: string): string {
  return createHmac('sha256', authSecret).update(`role:${role}`).digest('hex')
}

/** What PostgreSQL would store for the password (RFC 5803), so that the password itself is never in a statement or a log. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, 4096, 32, 'sha256')
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64')
  return `SCRAM-SHA-256$4096:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`
}
