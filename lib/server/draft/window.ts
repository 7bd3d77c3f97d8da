import type { Window } from '#lib/domain/draft.ts'

/** A draft's window as the database's JSON spells it. */
export type WindowRow = {
  opensAt: string
  closesAt: string
  permitUntil: string | null
  isSubmitted: boolean
  staysOpen: string[]
  staysOpenUntil: string | null
  corrections: { fields: string[]; until: string }[]
}

/** Instants come out of the database's JSON as texts. */
export function windowOf({ opensAt, closesAt, permitUntil, isSubmitted, staysOpen, staysOpenUntil, corrections }: WindowRow): Window {
  const instant = (text: string | null) => (text === null ? null : new Date(text))
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
