import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const onOff = z.enum(['on', 'off'])
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an address starting with http:// or https://' })
const databaseAddress = z.string().regex(/^postgres(ql)?:\/\/\S+$/, 'must start with postgres://')
const mailServer = z.string().regex(/^smtps?:\/\/\S+$/, 'must start with smtp:// or smtps://')

const scanner = z.string().regex(/^tcp:\/\/(?:\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]+):\d{1,5}$/, 'must be an address such as tcp://127.0.0.1:3310')

/** A number of proxies in front of the portal, or the addresses of those that may be believed. */
const trustedProxy = z.string().transform((text): number | string[] =>
  /^\d+$/.test(text.trim()) ? Number(text) : text.split(',').map((address) => address.trim()).filter(Boolean))

const variables = z.object({
  DATABASE_URL: databaseAddress.optional(),
  PORTAL_DEMONSTRATION: onOff.optional(),
  PORTAL_DATA_DIR: z.string().default('.data').transform((path) => resolve(path)),
  PORTAL_URL: webAddress.transform((url) => url.replace(/\/+$/, '')).optional(),
  PORTAL_WORKER: onOff.default('on'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.string().default('3000').transform(Number).pipe(z.int('must be a number').min(1).max(65_535)),
  TRUSTED_PROXY: trustedProxy.default(0),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SMTP_URL: mailServer.optional(),
  MAIL_FROM: z.string().min(3).optional(),
  OPERATOR_NAME: z.string().optional(),
  OPERATOR_ADDRESS: z.string().optional(),
  OPERATOR_DIRECTOR: z.string().optional(),
  OPERATOR_HOSTING: z.string().optional(),
  OPERATOR_SIRET: z.string().transform((text) => text.replace(/\s/g, '')).refine((text) => /^\d{14}$/.test(text), 'must have 14 digits').optional(),
  OPERATOR_CONTACT: z.email('must be an e-mail address').optional(),
  COMPANY_REGISTER_URL: z.union([z.literal('off'), webAddress.transform((url) => url.replace(/\/+$/, ''))], { error: 'must be off or an address starting with http:// or https://' })
    .default('https://recherche-entreprises.api.gouv.fr'),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_PRESET: z.enum(['generic', 'proconnect']).default('generic'),
  OIDC_NAME: z.string().optional(),
  OIDC_SCOPE: z.string().optional(),
  OIDC_ID_TOKEN_ALG: z.string().optional(),
  OIDC_USERINFO_ALG: z.string().optional(),
  S3_ENDPOINT: webAddress.optional(),
  S3_REGION: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_FORCE_PATH_STYLE: onOff.default('off'),
  CLAMD_URL: scanner.optional(),
})

type Variables = z.output<typeof variables>
/** The environment once parsed; absent settings are undefined, never empty strings. */
export type Env = Variables & { PORTAL_DEMONSTRATION: 'on' | 'off'; PORTAL_URL: string; AUTH_SECRET: string; MAIL_FROM: string }

/** Why the portal does not start: one sentence for the person at the console, saying what to do. */
export class CannotStart extends Error {}

let parsed: Env | undefined

/** The parsed environment, read once per process. Throws `CannotStart`. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

/** True when the portal shows invented people and files: by default only without `DATABASE_URL`. */
export function isDemonstration(): boolean {
  return env().PORTAL_DEMONSTRATION === 'on'
}

/**
 * Parses settings as `env()` does, without remembering them.
 * In demonstration mode a missing `AUTH_SECRET` is made once and kept in the data folder.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const result = variables.safeParse(given)
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new CannotStart(`These settings cannot be used: ${wrong.join('; ')}. See .env.example.`)
  }
  const settings = result.data
  const demonstration = settings.PORTAL_DEMONSTRATION ?? (settings.DATABASE_URL ? 'off' : 'on')
  const missing = missingFrom(settings, demonstration === 'on')
  if (missing.length > 0) throw new CannotStart(`Settings are missing: ${missing.join(', ')}. See .env.example.`)
  return {
    ...settings,
    PORTAL_DEMONSTRATION: demonstration,
    PORTAL_URL: settings.PORTAL_URL ?? `http://${settings.HOST}:${settings.PORT}`,
    AUTH_SECRET: settings.AUTH_SECRET ?? keptSecret(settings.PORTAL_DATA_DIR, 'auth-secret'),
    MAIL_FROM: settings.MAIL_FROM ?? 'portal@localhost',
  }
}

function missingFrom(settings: Variables, demonstration: boolean): string[] {
  const required: (keyof Variables)[] = demonstration
    ? []
    : ['DATABASE_URL', 'AUTH_SECRET', 'PORTAL_URL', 'SMTP_URL', 'MAIL_FROM']
  if (settings.OIDC_ISSUER || settings.OIDC_CLIENT_ID || settings.OIDC_CLIENT_SECRET) {
    required.push('OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET')
  }
  if (settings.S3_ENDPOINT || settings.S3_REGION || settings.S3_BUCKET || settings.S3_ACCESS_KEY_ID || settings.S3_SECRET_ACCESS_KEY) {
    required.push('S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY')
  }
  return required.filter((name) => settings[name] === undefined)
}

/** A random secret kept in a file only its owner reads; made the first time it is asked for. */
export function keptSecret(directory: string, name: string): string {
  const file = join(directory, name)
  try {
    mkdirSync(directory, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
