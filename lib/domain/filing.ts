/**
 * Where an organisation's file for a call stands, as its people and the call's managers are told: one state, from which
 * follows who must act next.
 */
import { isPast } from '#lib/domain/calendar.ts'
import { editableFields, isOpen, type Window } from '#lib/domain/draft.ts'

/**
 * `draft`: never deposited, still may be · `changed`: deposited, and what was written since is not · `deposited`: all of
 * it, and may still change · `to-correct`: fields were reopened · `waiting`: with the managers · `withdrawn`: taken back,
 * may be deposited again · `lapsed`: taken back for good · `missed`: never deposited in time · `early`: not open yet.
 */
const filingStates = ['early', 'draft', 'changed', 'deposited', 'to-correct', 'waiting', 'withdrawn', 'lapsed', 'missed'] as const
export type FilingState = (typeof filingStates)[number]

/** Who must act: the applicant, the managers, or nobody any more. */
export const actorOf: Readonly<Record<FilingState, 'applicant' | 'manager' | 'nobody'>> = {
  early: 'nobody', draft: 'applicant', changed: 'applicant', deposited: 'nobody', 'to-correct': 'applicant', waiting: 'manager', withdrawn: 'applicant', lapsed: 'nobody', missed: 'nobody',
}

/** The state of a file; `changed` names the fields in which the draft differs from what is deposited. */
export function filingState(window: Window, { isWithdrawn, changed }: { isWithdrawn: boolean; changed: readonly string[] }, now: Date): FilingState {
  const open = isOpen(window, now)
  if (isWithdrawn) return open ? 'withdrawn' : 'lapsed'
  if (!window.isSubmitted) return open ? 'draft' : now < window.opensAt ? 'early' : 'missed'
  if (window.corrections.some(({ until }) => !isPast(until, now))) return 'to-correct'
  const editable = editableFields(window, now)
  if (editable === 'all') return changed.length > 0 ? 'changed' : 'deposited'
  return changed.some((field) => editable.includes(field)) ? 'changed' : 'waiting'
}
