import type { AssignmentProblem } from '#lib/domain/assignment.ts'
import { usualWeights } from '#lib/domain/assignment.ts'

type Size = { applications: number; scorers: number; evaluations: number; /** Room above what is needed, as a ratio. */ room?: number; seed?: number }

const kinds = ['hospital', 'hospital', 'insurer', 'laboratory', 'foundation', 'patient-association', 'other'] as const
const ruptures = Array.from({ length: 16 }, (_, index) => `rupture-${index}`)
const stageOf = (rupture: number) => `stage-${rupture % 4}`

/**
 * A round of a size: some ruptures far more sought than others, scorers who know one to three ruptures and one or two
 * stages, caps that differ, one pair in forty walled off. The same for the same size.
 */
export function assignmentRound({ applications, scorers, evaluations, room = 1.15, seed = 1 }: Size): AssignmentProblem {
  const random = generator(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const sought = () => Math.floor(ruptures.length * random() ** 1.8)
  const cap = (applications * evaluations * room) / scorers
  const people = Array.from({ length: scorers }, (_, index) => {
    const partnerKind = kinds[below(kinds.length)] as (typeof kinds)[number]
    return {
      id: `scorer-${index}`, organisationId: `organisation-${below(Math.ceil(scorers / 3))}`, partnerKind,
      clinical: partnerKind === 'hospital', livedExperience: partnerKind === 'patient-association' || random() < 0.05,
      cap: Math.max(1, Math.ceil(cap * (0.85 + 0.3 * random()))),
      expertise: { stages: many(1 + below(2), () => `stage-${below(4)}`), ruptures: many(1 + below(3), () => ruptures[below(ruptures.length)] as string) },
    }
  })
  const files = Array.from({ length: applications }, (_, index) => {
    const claimed = many(1 + Math.floor(random() * 2.2), sought)
    return { id: `application-${index}`, ruptures: claimed.map((it) => ruptures[it] as string), stages: [...new Set(claimed.map(stageOf))] }
  })
  const conflicts = Array.from({ length: Math.floor((applications * scorers) / 40) }, () => ({ applicationId: `application-${below(applications)}`, scorerId: `scorer-${below(scorers)}` }))
  return { applications: files, scorers: people, conflicts, forbidden: [], kept: [], evaluationsPerApplication: evaluations, weights: usualWeights, seed: 7 }
}

/** The same round made hard: half the scorers are known for nothing, many speak with both voices, and a fifth of the applications keep somebody. */
export function hardRound(size: Size): AssignmentProblem {
  const round = assignmentRound(size)
  const random = generator(1_000 + (size.seed ?? 1))
  const below = (limit: number) => Math.floor(random() * limit)
  return {
    ...round,
    weights: { rupture: 3 + below(8), stage: below(4), clinical: below(8), livedExperience: below(8), balance: below(4) },
    scorers: round.scorers.map((it) => Object.assign({}, it, { clinical: random() < 0.3, livedExperience: random() < 0.3, expertise: random() < 0.5 ? it.expertise : { stages: [], ruptures: [] } })),
    kept: round.applications.filter(() => random() < 0.2).map(({ id }) => ({ applicationId: id, scorerId: `scorer-${below(size.scorers)}` })),
  }
}

function many<T>(most: number, draw: () => T): T[] {
  return [...new Set(Array.from({ length: most }, draw))]
}

/** Mulberry32 (public domain, Ettinger). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
