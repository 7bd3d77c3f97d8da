/** The marks of a ranking as typed arrays: one row per evaluation, in the order of applications, so that 30,000 are quick to go through. */
import type { RankingInput } from '#lib/domain/ranking.ts'
import { inOrder } from '#lib/domain/ranking.ts'

export type ScoreTable = {
  applications: readonly string[]
  scorers: readonly { id: string; organisationId: string; partnerKind: string }[]
  criteria: readonly string[]
  /** Whole numbers, in the order of `criteria`. */
  weights: readonly number[]
  /** The evaluations of each application, as rows; leave some out here and they count nowhere. */
  rows: readonly (readonly number[])[]
  /** Index of the scorer of each row. */
  scorer: Int32Array
  /** Mark of row r on criterion c at `r × criteria + c`; 0 where it does not apply. */
  marks: Uint8Array
}

/** Rows whose every line was left out say nothing and are not kept. Independent of the order of the input. */
export function scoreTable(input: RankingInput): ScoreTable {
  const { applications, criteria, scorers, evaluations } = inOrder(input)
  const scorerAt = new Map(scorers.map(({ id }, index) => [id, index]))
  const said = evaluations.filter(({ scores }) => criteria.some(({ id }) => scores[id] !== null))
  const marks = new Uint8Array(said.length * criteria.length)
  const rows = new Map<string, number[]>(applications.map(({ id }) => [id, []]))
  said.forEach(({ applicationId, scores }, row) => {
    rows.get(applicationId)?.push(row)
    criteria.forEach(({ id }, column) => { marks[row * criteria.length + column] = scores[id] ?? 0 })
  })
  return {
    applications: applications.map(({ id }) => id),
    scorers,
    criteria: criteria.map(({ id }) => id),
    weights: criteria.map(({ weight }) => weight),
    rows: [...rows.values()],
    scorer: Int32Array.from(said, ({ scorerId }) => scorerAt.get(scorerId) as number),
    marks,
  }
}
