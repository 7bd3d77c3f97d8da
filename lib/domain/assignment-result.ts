/** The solver's answer, in plain data: codes and identifiers, no sentence. Lists are sorted by identifier unless said otherwise. */
import { z } from 'zod'
import { expertises } from '#lib/domain/assignment.ts'

const id = z.string()
const count = z.int().min(0)
const pairOf = { applicationId: id, scorerId: id }

/**
 * Whether an application hears a voice: it does; nobody who speaks with it may score it; all who may have reached their
 * cap; or somebody had room, and other aims were worth more.
 */
const voiceStates = ['heard', 'nobody', 'caps', 'traded'] as const
export type VoiceState = (typeof voiceStates)[number]

/**
 * What stands in the way of a better answer. `worth`: points the answer would gain at the prices it was found at, were this
 * one thing loosened by one. `floor`: these applications together need these scorers, who can take no more.
 */
const bindingCode = z.discriminatedUnion('code', [
  z.object({ code: z.literal('cap'), scorerId: id, worth: z.number() }),
  z.object({ code: z.enum(['conflict', 'forbidden']), ...pairOf, worth: z.number() }),
  z.object({ code: z.literal('floor'), expertise: z.enum(['stage', 'rupture']), least: count, applicationIds: z.array(id), scorerIds: z.array(id) }),
  z.object({ code: z.literal('kept-over-cap'), scorerId: id, kept: count, cap: count }),
  z.object({ code: z.literal('kept-over-number'), applicationId: id, kept: count }),
  z.object({ code: z.literal('kept-in-conflict'), ...pairOf }),
])
export type Binding = z.infer<typeof bindingCode>

const parts = z.object({ rupture: z.int(), stage: z.int(), clinical: z.int(), livedExperience: z.int(), balance: z.int() })

const solved = z.object({
  pairs: z.array(z.object({ ...pairOf, expertise: z.enum(expertises), kept: z.boolean() })),
  objective: z.object({
    /** Every application has at least so many who know its stage or rupture (its rupture), or as many as there are for it. */
    floor: z.object({ stage: count, rupture: count }),
    /** Points, and what no assignment under this floor can exceed. */
    value: z.int(),
    bound: z.number(),
    parts,
    /** The load balance is counted from. */
    evenLoad: count,
  }),
  applications: z.array(z.object({
    id,
    evaluations: count,
    /** Organisations its scorers come from; fewer than evaluations where colleagues meet. */
    organisations: count,
    /** Evaluations by who knows its rupture, and by who knows only its stage. */
    rupture: count,
    stage: count,
    clinical: z.enum(voiceStates),
    livedExperience: z.enum(voiceStates),
  })),
  /** `price`: points one more evaluation of this scorer is worth; together they prove the optimum (`proveOptimal`). */
  scorers: z.array(z.object({ id, load: count, cap: count, price: z.number() })),
  /** Dearest first within a code. */
  binds: z.array(bindingCode),
})

/** What would help, each by itself and nothing less. `invite`: newcomers with this cap, walled off from nothing. */
const adviceCode = z.discriminatedUnion('code', [
  z.object({ code: z.literal('raise-caps'), scorers: z.array(z.object({ id, from: count, to: count })) }),
  z.object({ code: z.literal('invite'), scorers: z.int().min(1), cap: z.int().min(1) }),
  z.object({ code: z.literal('lower'), evaluationsPerApplication: z.int().min(1) }),
])
export type Advice = z.infer<typeof adviceCode>

/**
 * `optimal`: the bound proves it, or the solver's search was exhausted (`proof`). `unproven`: the rules hold and the floor
 * is the highest, but the search was cut short; nobody does better than `bound`. `infeasible`: the rules cannot be kept.
 */
export const assignmentResult = z.discriminatedUnion('status', [
  solved.extend({ status: z.literal('optimal'), proof: z.enum(['prices', 'search']) }),
  solved.extend({ status: z.literal('unproven') }),
  z.object({
    status: z.literal('infeasible'),
    /** Evaluations that find nobody, at the least. */
    missing: count,
    /** Where they are missing, spread as evenly as can be. `available`: scorers who may score it. */
    applications: z.array(z.object({ id, missing: count, available: count, reason: z.enum(['too-few', 'caps']) })),
    advice: z.array(adviceCode),
    binds: z.array(bindingCode),
  }),
])
export type AssignmentResult = z.infer<typeof assignmentResult>
export type SolvedAssignment = Exclude<AssignmentResult, { status: 'infeasible' }>
