import * as fc from 'fast-check'
import type { AssignmentProblem } from '#lib/domain/assignment.ts'

const ids = (prefix: string, many: number) => Array.from({ length: many }, (_, index) => `${prefix}${index}`)

/** Questions small enough to try every answer: some cannot be answered, some have walls, kept pairs and caps of nought. */
export const smallAssignment: fc.Arbitrary<AssignmentProblem> = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 3 }))
  .chain(([applications, scorers, evaluations]) => {
    const [files, people] = [ids('a', applications), ids('s', scorers)]
    const pairs = fc.uniqueArray(fc.record({ applicationId: fc.constantFrom(...files), scorerId: fc.constantFrom(...people) }), { maxLength: 3, selector: (it) => `${it.applicationId} ${it.scorerId}` })
    const weight = fc.integer({ min: 0, max: 6 })
    return fc.record({
      applications: fc.tuple(...files.map((id) => fc.record({ id: fc.constant(id), ruptures: fc.subarray(['r0', 'r1', 'r2']), stages: fc.subarray(['t0', 't1']) }))),
      scorers: fc.tuple(...people.map((id) => fc.record({
        id: fc.constant(id), organisationId: fc.constantFrom('o0', 'o1'), partnerKind: fc.constantFrom('hospital' as const, 'patient-association' as const, 'insurer' as const),
        clinical: fc.boolean(), livedExperience: fc.boolean(), cap: fc.integer({ min: 0, max: 6 }),
        expertise: fc.record({ stages: fc.subarray(['t0', 't1']), ruptures: fc.subarray(['r0', 'r1', 'r2'], { maxLength: 2 }) }),
      }))),
      conflicts: pairs, forbidden: pairs, kept: pairs,
      evaluationsPerApplication: fc.constant(Math.min(evaluations, scorers)),
      weights: fc.record({ rupture: fc.integer({ min: 3, max: 6 }), stage: fc.integer({ min: 0, max: 3 }), clinical: weight, livedExperience: weight, balance: fc.integer({ min: 0, max: 3 }) }),
      seed: fc.integer({ min: 0, max: 9 }),
    })
  })
