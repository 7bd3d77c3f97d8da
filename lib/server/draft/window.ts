import type { Window } from '#lib/domain/draft.ts'

/** A draft's window as the database's JSON spells it; what bears on it only after the deadline is there only then. */
export type WindowRow = { opensAt: string; closesAt: string; late: LateRow | null }
type LateRow = {
  staysOpen: string[]
  staysOpenUntil: string | null
  isSubmitted: boolean
  permitUntil: string | null
  corrections: { fields: string[]; until: string }[]
}

const nothingLate: LateRow = { staysOpen: [], staysOpenUntil: null, isSubmitted: false, permitUntil: null, corrections: [] }

/** Instants come out of the database's JSON as texts. */
export function windowOf({ opensAt, closesAt, late }: WindowRow): Window {
  const instant = (text: string | null) => (text === null ? null : new Date(text))
  const { staysOpen, staysOpenUntil, isSubmitted, permitUntil, corrections } = late ?? nothingLate
  return {
    opensAt: new Date(opensAt),
    closesAt: new Date(closesAt),
    permitUntil: instant(permitUntil),
    isSubmitted,
    staysOpen,
    staysOpenUntil: instant(staysOpenUntil),
    corrections: corrections.map(({ fields, until }) => ({ fields, until: new Date(until) })),
  }
}
