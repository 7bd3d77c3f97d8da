/**
 * The meeting of a jury. For each application in turn: everybody gives a private score, the scores are revealed, the jury
 * discusses, everybody gives a final score. Both scores are kept. A quorum declared beforehand opens each reveal.
 */
import { draftProse } from '#lib/domain/form-text.ts'
import { scale } from '#lib/domain/round.ts'
import type { TieKey } from '#lib/domain/tie-rule.ts'
import { z } from 'zod'

export const deliberationStates = ['planned', 'running', 'ended'] as const
export type DeliberationState = (typeof deliberationStates)[number]

/** The steps of one application, in order. */
export const deliberationSteps = ['waiting', 'private', 'revealed', 'final', 'settled'] as const
export type DeliberationStep = (typeof deliberationSteps)[number]

export const scoreKinds = ['private', 'final'] as const
export type ScoreKind = (typeof scoreKinds)[number]

/** A juror's score of the whole application: 1 to 5 by halves. */
export const juryScore = z.coerce.number().min(scale.low).max(scale.high).multipleOf(0.5)

export const deliberationLimits = { notes: 4_000 } as const
export const notes = draftProse.transform((text) => text.trim()).refine((text) => text.length <= deliberationLimits.notes, { params: { code: 'over-limit' } })

/** The step after one; null once settled. */
export function nextStep(step: DeliberationStep): DeliberationStep | null {
  return deliberationSteps[deliberationSteps.indexOf(step) + 1] ?? null
}

/** Which score is given during a step. */
export function scoreKindOf(step: DeliberationStep): ScoreKind | null {
  return step === 'private' ? 'private' : step === 'final' ? 'final' : null
}

/** Whether a step may begin: a reveal and a settlement want as many scores as the quorum. */
export function lacksQuorum(step: DeliberationStep, scores: Readonly<Record<ScoreKind, number>>, quorum: number): boolean {
  return (step === 'revealed' && scores.private < quorum) || (step === 'settled' && scores.final < quorum)
}

export type Settled = { id: string; finals: readonly number[] }
export type JuryPlace = { id: string; rank: number; exAequo: boolean; mean: number; low: number; high: number }

const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0)
/** Halves are exact in binary, sums of them too: means are compared without dividing. */
const byMean = (a: Settled, b: Settled) => sum(b.finals) * a.finals.length - sum(a.finals) * b.finals.length

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2
}

/** Where a tie key stands better first; the mean is the score itself, and keys about criteria say nothing of a jury's single score. */
const ties: Partial<Record<TieKey, (a: Settled, b: Settled) => number>> = {
  median: (a, b) => median(b.finals) - median(a.finals),
  lowest: (a, b) => Math.min(...b.finals) - Math.min(...a.finals),
  'more-evaluations': (a, b) => b.finals.length - a.finals.length,
}

/** The jury's order: the mean of final scores, ties by the declared rule, and what it does not separate shares its rank. */
export function juryRanking(settled: readonly Settled[], tieRule: readonly TieKey[]): JuryPlace[] {
  const scored = settled.filter(({ finals }) => finals.length > 0)
  const inFront = (a: Settled, b: Settled) => byMean(a, b) || tieRule.reduce((found, key) => found || (ties[key]?.(a, b) ?? 0), 0)
  const order = scored.toSorted((a, b) => inFront(a, b) || (a.id < b.id ? -1 : 1))
  const ranks = new Map<string, number>()
  order.forEach((each, index) => {
    const before = order[index - 1]
    ranks.set(each.id, before && inFront(before, each) === 0 ? (ranks.get(before.id) as number) : index + 1)
  })
  const holders = Map.groupBy(order, ({ id }) => ranks.get(id))
  return order.map(({ id, finals }) => {
    const rank = ranks.get(id) as number
    return { id, rank, exAequo: (holders.get(rank)?.length ?? 0) > 1, mean: sum(finals) / finals.length, low: Math.min(...finals), high: Math.max(...finals) }
  })
}
