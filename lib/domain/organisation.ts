import { siren } from '#lib/domain/siren-input.ts'
import { z } from 'zod'

/** What an organisation is in a call. `operator` runs the portal: its members are programme managers. */
export const organisationKinds = [
  'start-up', 'hospital', 'insurer', 'laboratory', 'foundation', 'patient-association', 'public-body', 'federation', 'operator', 'other',
] as const

export type OrganisationKind = (typeof organisationKinds)[number]

/** What a seat gives: a reader reads the organisation's files, a member also writes them, an owner also submits them and runs the organisation. */
export const membershipRoles = ['owner', 'member', 'reader'] as const

export type MembershipRole = (typeof membershipRoles)[number]

/** Where an organisation's identity comes from: the French company register, confirmed by a member, or their word alone. */
export const identitySources = ['register', 'declared'] as const

export type IdentitySource = (typeof identitySources)[number]

/** A mail domain such as `hopital.example`: lower case, at least two labels, no public-suffix check. */
const mailDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/)

/** Mailbox providers open to everyone: sharing one links nobody to anybody. */
export const publicMailDomains: ReadonlySet<string> = new Set([
  'gmail.com', 'googlemail.com', 'outlook.com', 'outlook.fr', 'hotmail.com', 'hotmail.fr', 'live.fr', 'live.com', 'msn.com', 'yahoo.com', 'yahoo.fr',
  'icloud.com', 'me.com', 'proton.me', 'protonmail.com', 'orange.fr', 'wanadoo.fr', 'free.fr', 'sfr.fr', 'neuf.fr', 'laposte.net', 'bbox.fr', 'numericable.fr', 'gmx.com', 'gmx.fr',
])

/** Domains as people type them: separated by spaces, commas or lines, with or without `@`. Codes: `domain`, `public-mail`, `too-many`. */
export const mailDomains = z
  .string()
  .max(2_000)
  .transform((typed) => [...new Set(typed.toLowerCase().split(/[\s,;]+/u).map((part) => part.replace(/^@/, '')).filter(Boolean))])
  .refine((domains) => domains.length <= 20, { params: { code: 'too-many' } })
  .refine((domains) => domains.every((domain) => mailDomain.safeParse(domain).success), { params: { code: 'domain' } })
  .refine((domains) => !domains.some((domain) => publicMailDomains.has(domain)), { params: { code: 'public-mail' } })

/** A name as registered or as used: any script, no control characters. */
const organisationName = z.string().trim().min(1).max(160).regex(/^[^\p{Cc}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069<>]+$/u)

/**
 * What a member says of the identity: the SIREN is ours as typed; the register's answer about it is us; or the company is
 * being created and has none yet.
 */
const identityStatements = ['declared', 'confirmed', 'being-created'] as const

export type IdentityStatement = (typeof identityStatements)[number]

/**
 * What a person fills in about an organisation. Codes at `siren`: `being-created` when a number comes with the statement
 * that there is none, `siren` when there is nothing to confirm. A refined object: widen it with `safeExtend`.
 */
export const organisationForm = z
  .object({
    name: organisationName,
    kind: z.enum(organisationKinds),
    siren: z.union([z.literal('').transform(() => null), siren]).nullish().transform((digits) => digits ?? null),
    identity: z.enum(identityStatements).optional().default('declared'),
    domains: mailDomains.optional().default([]),
  })
  .refine(({ siren, identity }) => siren === null || identity !== 'being-created', { path: ['siren'], params: { code: 'being-created' } })
  .refine(({ siren, identity }) => siren !== null || identity !== 'confirmed', { path: ['siren'], params: { code: 'siren' } })
