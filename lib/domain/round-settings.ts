/**
 * What a manager settles of a round, part by part, as it comes from the screen; and what a round needs before links are
 * declared in it and before it is scored.
 */
import { known, line, paragraphs, parisClock, rows, settingLimits, totalWeight, typedNumber } from '#lib/domain/call-settings.ts'
import { aggregates, type CriterionAudience, criterionAudiences, isPutTo, nameRules, notApplicableRules, roundKinds, roundLimits, shownAfterOwn } from '#lib/domain/round.ts'
import { tieKey } from '#lib/domain/tie-rule.ts'
import { z } from 'zod'

export const roundSettingLimits = { name: 120, guidance: 3_000, criteria: 15, ties: 6 } as const

/** A whole number as people type it, within its bounds. Codes: `missing`, `number`, `out-of-bounds`. */
export function wholeNumber({ least, most }: { least: number; most: number }) {
  return typedNumber
    .refine((value) => value !== null, { params: { code: 'missing' } })
    .refine((value) => value === null || (Number.isInteger(value) && value >= least && value <= most), { params: { code: 'out-of-bounds' } })
    .transform((value) => value ?? least)
}

/** `from`: another round whose grid and rules are taken over; otherwise the grid is the call's. */
export const newRound = z.object({ kind: z.enum(roundKinds), name: line(roundSettingLimits.name), from: z.union([z.literal('').transform(() => null), z.uuid()]).nullish().transform((id) => id ?? null) })

/** Names, words and dates: they may change until the round is closed. Code at `dueAt`: `due-before-declared`. */
export const roundPresentation = z
  .object({
    name: line(roundSettingLimits.name),
    guidance: paragraphs(roundSettingLimits.guidance),
    applicationsPerScorer: wholeNumber(roundLimits.applicationsPerScorer),
    declareBy: parisClock,
    dueAt: parisClock,
  })
  .check(({ value: { declareBy, dueAt }, issues }) => {
    if (declareBy && dueAt && dueAt <= declareBy) issues.push({ code: 'custom', path: ['dueAt'], input: null, params: { code: 'due-before-declared' } })
  })

/** What locks when scoring opens. Code at `tieRule`: `tie-repeated`. */
export const roundRules = z.object({
  evaluationsPerApplication: wholeNumber(roundLimits.evaluationsPerApplication),
  quorum: wholeNumber(roundLimits.quorum),
  places: wholeNumber(roundLimits.places),
  applicantNames: z.enum(nameRules),
  scorerNames: z.enum(nameRules),
  shownAfterOwn: z.enum(shownAfterOwn),
  aggregate: z.enum(aggregates),
  notApplicable: z.enum(notApplicableRules),
  tieRule: z
    .array(z.union([z.literal(''), tieKey]))
    .max(roundSettingLimits.ties)
    .transform((keys) => keys.filter((key) => key !== ''))
    .refine((keys) => new Set(keys).size === keys.length, { params: { code: 'tie-repeated' } }),
})

/** The grid, which locks too. Weights are whole points, so that totals and ties are exact. */
export const roundCriteria = z.object({
  criteria: rows(
    {
      ...known,
      name: line(settingLimits.criterion),
      weight: wholeNumber({ least: 1, most: 100 }),
      anchors: z.array(line(settingLimits.anchor)).length(5),
      guidance: paragraphs(settingLimits.guidance),
      mayBeNotApplicable: z.boolean(),
      putTo: z.enum(criterionAudiences),
    },
    roundSettingLimits.criteria,
  ),
})

/**
 * Weights made whole, in the same proportions, adding up to a hundred: the largest remainders get the points left over
 * (Hamilton's method); one that would fall to nothing keeps a point, taken from the heaviest. At most a hundred, each above zero.
 */
export function wholeWeights(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const rows = weights.map((weight) => {
    const share = Math.round((weight / total) * 1e11) / 1e9
    return { share, whole: Math.max(1, Math.floor(share)) }
  })
  const left = rows.length === 0 ? 0 : 100 - rows.reduce((sum, { whole }) => sum + whole, 0)
  const byRemainder = [...rows].sort((a, b) => b.share - b.whole - (a.share - a.whole))
  for (const row of byRemainder.slice(0, Math.max(0, left))) row.whole += 1
  for (let over = -left; over > 0; over -= 1) for (const heaviest of [...rows].sort((a, b) => b.whole - a.whole || a.share - b.share).slice(0, 1)) heaviest.whole -= 1
  return rows.map(({ whole }) => whole)
}

export type RoundNeed = { code: 'no-criteria' | 'weights' | 'no-criterion-for' | 'no-scorers' | 'no-applications' | 'no-due-date' | 'due-past'; count?: number }

type Voice = { livedExperience: boolean; clinical: boolean }
type Prepared = { scorers: readonly Voice[]; applications: number }

/** What is missing before links of interest are asked for: somebody to ask, and something to ask about. */
export function declaringNeeds({ scorers, applications }: Prepared): RoundNeed[] {
  return [...(scorers.length === 0 ? [{ code: 'no-scorers' as const }] : []), ...(applications === 0 ? [{ code: 'no-applications' as const }] : [])]
}

type Scored = Prepared & { criteria: readonly { weight: number; putTo: CriterionAudience }[]; dueAt: Date | null }

/** What is missing before scoring opens, beyond what declaring needed: weights of a hundred, a question for each scorer, a day to be done by. */
export function scoringNeeds({ criteria, dueAt, scorers, applications }: Scored, now: Date): RoundNeed[] {
  const weight = totalWeight(criteria.map((each) => each.weight))
  const unasked = scorers.filter((voice) => !criteria.some(({ putTo }) => isPutTo(putTo, voice))).length
  return [
    ...declaringNeeds({ scorers, applications }),
    ...(criteria.length === 0 ? [{ code: 'no-criteria' as const }] : []),
    ...(criteria.length > 0 && weight !== 100 ? [{ code: 'weights' as const, count: weight }] : []),
    ...(criteria.length > 0 && unasked > 0 ? [{ code: 'no-criterion-for' as const, count: unasked }] : []),
    ...(dueAt === null ? [{ code: 'no-due-date' as const }] : dueAt <= now ? [{ code: 'due-past' as const }] : []),
  ]
}
