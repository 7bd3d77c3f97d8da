/** What was decided of an application: pending until two managers release all of a call's decisions together. */
import { draftProse } from '#lib/domain/form-text.ts'
import { lengthOf } from '#lib/domain/plain-text.ts'
import { z } from 'zod'

export const outcomes = ['laureate', 'reserve', 'not-selected'] as const
export type Outcome = (typeof outcomes)[number]

export const decisionLimits = { motive: 2_000, juryText: 3_000, reserves: 99 } as const

/** Fewer scorers than this, and a mean would tell what one of them gave. */
export const leastScorers = 3

const prose = (limit: number) =>
  draftProse.nullish().transform((text) => text?.trim() || null).refine((text) => text === null || lengthOf(text) <= limit, { params: { code: 'over-limit' } })

/** What a manager writes of a decision. A refusal says why; only a reserve has a rank. Codes: `missing` at `motive`, `over-limit`. */
export const decisionForm = z
  .object({
    outcome: z.enum(outcomes),
    reserveRank: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(decisionLimits.reserves)]).nullish().transform((it) => it ?? null),
    motive: prose(decisionLimits.motive),
    juryText: prose(decisionLimits.juryText),
  })
  .refine(({ outcome, motive }) => outcome !== 'not-selected' || motive !== null, { path: ['motive'], params: { code: 'missing' } })
  .transform((form) => ({ ...form, reserveRank: form.outcome === 'reserve' ? form.reserveRank : null }))
export type DecisionForm = z.output<typeof decisionForm>

/** What keeps decisions from going out, in the order to see to it. */
const releaseObstacles = ['walled-off', 'nothing', 'undecided', 'round-open'] as const
export type ReleaseObstacle = (typeof releaseObstacles)[number]

type Readiness = { files: number; undecided: number; openRounds: number; walledOff: number }

/** What still stands in the way of a release, or null. Whoever has a link to one of the files releases none. */
export function obstacleTo({ files, undecided, openRounds, walledOff }: Readiness): ReleaseObstacle | null {
  if (walledOff > 0) return 'walled-off'
  if (files === 0) return 'nothing'
  if (undecided > 0) return 'undecided'
  return openRounds > 0 ? 'round-open' : null
}

export type OutcomeCounts = Record<Outcome, number>

export function countOutcomes(decisions: readonly { outcome: Outcome }[]): OutcomeCounts {
  const counts: OutcomeCounts = { laureate: 0, reserve: 0, 'not-selected': 0 }
  for (const { outcome } of decisions) counts[outcome] += 1
  return counts
}
