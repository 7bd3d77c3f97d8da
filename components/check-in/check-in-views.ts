import type { FieldView } from '#components/draft/field-view.ts'
import type { Messages } from '#lib/i18n/messages.ts'

export type CheckInWords = Messages['check-in']
/** A milestone asked about: when it is due, in words, and what was said of it the last time. */
export type ProgressView = { id: string; title: string; due: string; state: FieldView; note: FieldView; lastNote: string | null }
/** A figure asked for: its numbers, and beside them where it was, began and is to go. */
export type FigureView = { id: string; name: string; parts: readonly FieldView[]; beside: readonly string[] }

export type CheckInViews = {
  /** Every field by its name on the wire. */
  names: readonly string[]
  isFirst: boolean
  milestones: readonly ProgressView[]
  figures: readonly FigureView[]
  blockers: FieldView
  lastBlockers: string | null
  askTo: FieldView
  ask: FieldView
  mood: FieldView
  moodReason: FieldView
}
