import type { Messages } from '#lib/i18n/messages.ts'

/** The sentences of the grid, with names in braces for what is filled in. */
export type GridWords = Pick<Messages['evaluation'], 'grid' | 'submit'>

/** A criterion in the reader's language, with what its scorer gave others in the same round. */
export type GridCriterion = {
  id: string
  /** `scores.<id>` */
  field: string
  name: string
  weight: number
  /** From the lowest mark. */
  anchors: readonly string[]
  guidance: string | null
  mayBeNotApplicable: boolean
  /** How many times one gave 1, 2, 3, 4, 5. */
  counts: readonly number[]
  /** To whom one gave which mark, the highest first; null is "not applicable". */
  earlier: readonly { mark: number | null; solutions: string }[]
}
