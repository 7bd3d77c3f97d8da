import type { HeadedRound } from '#components/round/round-page.tsx'
import type { DeliberationState, DeliberationStep, JuryPlace, ScoreKind } from '#lib/domain/deliberation.ts'

export type ShownItem = {
  applicationId: string; position: number; step: DeliberationStep; notes: string | null; notesVersion: number; result: number | null
  number: string; solution: string | null; pitch: string | null; organisation: string | null
  scores: { personId: string; kind: ScoreKind; score: number }[]
}
/** A meeting as its reader may follow it; the shape of `deliberation.show`. */
export type ShownMeeting = {
  id: string; now: Date; version: number; state: DeliberationState; startedAt: Date | null; endedAt: Date | null
  head: HeadedRound; quorum: number; leads: boolean; manages: boolean; sits: boolean
  jurors: { personId: string; name: string; chair: boolean; isMe: boolean; isPresent: boolean; mustLeave: boolean }[]
  agenda: ShownItem[]
  current: string | null; isDiscussing: boolean; mustLeave: boolean
  given: Record<ScoreKind, number> | null
  kind: ScoreKind | null
  own: number | null
  places: JuryPlace[]
}
