/**
 * A link of interest between a person and an application, which walls that person off. Declared by the scorer, detected
 * by the portal, or pinned by a manager; lifted only by a manager, with a motive. Nothing of it is ever erased.
 */

export const conflictOrigins = ['declared', 'detected', 'pinned'] as const
export type ConflictOrigin = (typeof conflictOrigins)[number]

/** What a scorer says the link is. */
export const declaredReasons = ['employment', 'investment', 'client-or-supplier', 'collaboration', 'competition', 'mentoring', 'family-or-friend', 'other'] as const
export type DeclaredReason = (typeof declaredReasons)[number]

/** What the portal finds by itself, surest first. */
export const detectedReasons = ['same-organisation', 'same-siren', 'applicant', 'declared-tie', 'mail-domain'] as const
export type DetectedReason = (typeof detectedReasons)[number]

export const conflictReasons = [...declaredReasons, ...detectedReasons] as const
export type ConflictReason = (typeof conflictReasons)[number]

/** What an organisation says another one is to it; any of them is a link of interest. */
export const tieKinds = ['investor', 'client', 'supplier', 'test-site', 'parent'] as const
export type TieKind = (typeof tieKinds)[number]

/** Characters of a note or a motive. */
export const conflictLimits = { note: 500, motive: 500, tieName: 160 } as const
