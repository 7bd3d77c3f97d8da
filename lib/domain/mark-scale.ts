/** Marks go from 1 to 5, each with an anchor. Apart from the rounds' words, so that a page may count marks without a schema. */
export const scale = { low: 1, high: 5 } as const

/** The marks there are, from the lowest. */
export const markLevels = [1, 2, 3, 4, 5] as const
