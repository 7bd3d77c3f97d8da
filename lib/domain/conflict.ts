/**
 * A link of interest between a person and an application, which walls that person off. Declared by the scorer, detected
 * by the portal, or pinned by a manager; lifted only by a manager, with a motive. Nothing of it is ever erased.
 */
import { draftLine, draftProse, optional, required } from '#lib/domain/form-text.ts'
import { siren } from '#lib/domain/siren-input.ts'
import { z } from 'zod'

export const conflictOrigins = ['declared', 'detected', 'pinned'] as const
export type ConflictOrigin = (typeof conflictOrigins)[number]

/** What a scorer says the link is. */
export const declaredReasons = ['employment', 'investment', 'client-or-supplier', 'collaboration', 'competition', 'mentoring', 'family-or-friend', 'other'] as const
export type DeclaredReason = (typeof declaredReasons)[number]

/** What the portal finds by itself, surest first. */
const detectedReasons = ['same-organisation', 'same-siren', 'applicant', 'declared-tie', 'mail-domain'] as const
export type DetectedReason = (typeof detectedReasons)[number]

export const conflictReasons = [...declaredReasons, ...detectedReasons] as const
export type ConflictReason = (typeof conflictReasons)[number]

/** What an organisation says another one is to it; any of them is a link of interest. */
export const tieKinds = ['investor', 'client', 'supplier', 'test-site', 'parent'] as const
export type TieKind = (typeof tieKinds)[number]

/** Characters of a note or a motive. */
export const conflictLimits = { note: 500, motive: 500, tieName: 160 } as const

/** What the portal finds by a name or a domain: it walls off, and a manager looks whether it is so. The other findings are facts. */
export const doubtfulReasons: readonly ConflictReason[] = ['declared-tie', 'mail-domain']

type Link = { origin: ConflictOrigin; reason: ConflictReason; liftedAt: Date | null }

/** Where the links between one person and one application stand together: walled off, waiting for a manager's look meanwhile, or free again. */
export const conflictStates = ['to-settle', 'standing', 'lifted'] as const
export type ConflictState = (typeof conflictStates)[number]

export function stateOfLinks(links: readonly Link[]): ConflictState {
  const standing = links.filter(({ liftedAt }) => liftedAt === null)
  if (standing.length === 0) return 'lifted'
  return standing.every(({ origin, reason }) => origin === 'detected' && doubtfulReasons.includes(reason)) ? 'to-settle' : 'standing'
}

/** Said if one wishes. Code: `over-limit`. */
const note = draftProse.nullish().pipe(optional(conflictLimits.note))

/** A link as its scorer declares it. Code at `note`: `missing` where the reason is `other`, `over-limit`. */
export const declaredLink = z
  .object({ applicationId: z.uuid(), reason: z.enum(declaredReasons), note })
  .refine(({ reason, note: said }) => reason !== 'other' || said !== null, { path: ['note'], params: { code: 'missing' } })

/** A link as a manager pins it: any reason, the portal's own included, which confirms what was found. */
export const pinnedLink = z.object({ applicationId: z.uuid(), personId: z.uuid(), reason: z.enum(conflictReasons), note })

/** Why a link is lifted. Codes: `missing`, `over-limit`. */
export const liftMotive = draftProse.pipe(required(conflictLimits.motive))

/** What an organisation says of another. Codes at `otherName`: `missing`, `over-limit`; at `otherSiren`: `siren`. */
export const tieForm = z.object({
  kind: z.enum(tieKinds),
  otherName: draftLine.pipe(required(conflictLimits.tieName)),
  otherSiren: z.union([z.literal('').transform(() => null), siren]).nullish().transform((digits) => digits ?? null),
})
