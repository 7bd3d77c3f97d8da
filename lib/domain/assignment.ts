/**
 * Who scores what in a round: the question put to the solver and its answer, in plain data. The aims, in order:
 * 1. each application gets its number of evaluations; caps hold; nobody gets what they are walled off from; begun work stays;
 * 2. fairness floor: the application whose scorers know least about it gets as many who know its stage or rupture as can
 *    be had, then as many who know its rupture. No gain elsewhere buys this: it comes first, alone;
 * 3. the weighted sum of expertise, of voices heard (clinical, lived experience) and of balance between loads: a sum,
 *    because how much one is worth in the other is the managers' to say;
 * 4. among equals, an answer in which two people of one organisation meet on fewer applications.
 */
import { z } from 'zod'
import { organisationKinds } from '#lib/domain/organisation.ts'

/** What a scorer knows of an application: its rupture, only its stage of the pathway, or neither. */
export const expertises = ['none', 'stage', 'rupture'] as const
export type Expertise = (typeof expertises)[number]

/** The two voices each application should be heard by. Somebody may speak with both. */
const voices = ['clinical', 'lived-experience'] as const
export type Voice = (typeof voices)[number]

/** The most one question may hold; memory and time are bounded with it. */
export const assignmentLimits = { applications: 10_000, scorers: 500, evaluationsPerApplication: 10, weight: 20 } as const

const id = z.string().min(1).max(64)
const pair = z.object({ applicationId: id, scorerId: id })
export type Pair = z.infer<typeof pair>

const weight = z.int().min(0).max(assignmentLimits.weight)

/**
 * Points: per evaluation by somebody who knows the rupture (the stage), per voice heard by an application, and taken off
 * for each evaluation above the even load: once for the first, twice for the second, up to ten times.
 */
export const assignmentWeights = z.object({ rupture: weight, stage: weight, clinical: weight, livedExperience: weight, balance: weight })
  .refine(({ rupture, stage }) => rupture >= stage, { path: ['rupture'], params: { code: 'below-stage' } })
export type AssignmentWeights = z.infer<typeof assignmentWeights>

export const usualWeights: AssignmentWeights = { rupture: 5, stage: 2, clinical: 4, livedExperience: 4, balance: 1 }

/** Codes: `twice` (an identifier given twice), `unknown` (a pair names nobody of the question), `below-stage`. */
export const assignmentProblem = z.object({
  applications: z.array(z.object({ id, ruptures: z.array(id), stages: z.array(id) })).max(assignmentLimits.applications),
  scorers: z.array(z.object({
    id,
    organisationId: id,
    partnerKind: z.enum(organisationKinds),
    clinical: z.boolean(),
    livedExperience: z.boolean(),
    cap: z.int().min(0).max(assignmentLimits.applications),
    expertise: z.object({ stages: z.array(id), ruptures: z.array(id) }),
  })).max(assignmentLimits.scorers),
  conflicts: z.array(pair),
  /** Pairs a manager ruled out by hand. */
  forbidden: z.array(pair),
  /** Begun work and pairs pinned by hand: they stay, unless there is a conflict. */
  kept: z.array(pair),
  evaluationsPerApplication: z.int().min(1).max(assignmentLimits.evaluationsPerApplication),
  weights: assignmentWeights,
  /** Chooses among equally good answers. */
  seed: z.int().min(0).max(2 ** 31 - 1),
})
  .refine(({ applications }) => distinct(applications), { path: ['applications'], params: { code: 'twice' } })
  .refine(({ scorers }) => distinct(scorers), { path: ['scorers'], params: { code: 'twice' } })
  .superRefine((problem, context) => {
    const [applications, scorers] = [new Set(problem.applications.map((it) => it.id)), new Set(problem.scorers.map((it) => it.id))]
    for (const list of ['conflicts', 'forbidden', 'kept'] as const) {
      const stranger = problem[list].findIndex((it) => !applications.has(it.applicationId) || !scorers.has(it.scorerId))
      if (stranger >= 0) context.addIssue({ code: 'custom', path: [list, stranger], params: { code: 'unknown' } })
    }
  })
export type AssignmentProblem = z.infer<typeof assignmentProblem>

/** A fair share of kinds: a patient association speaks from lived experience, a hospital clinically, whoever is sent. */
export function voicesOf(scorer: { clinical: boolean; livedExperience: boolean; partnerKind: string }): { clinical: boolean; livedExperience: boolean } {
  return { clinical: scorer.clinical || scorer.partnerKind === 'hospital', livedExperience: scorer.livedExperience || scorer.partnerKind === 'patient-association' }
}

function distinct(things: readonly { id: string }[]): boolean {
  return new Set(things.map((it) => it.id)).size === things.length
}
