import type { BoardFilter, BoardView } from '#lib/domain/board-view.ts'
import type { Flag, FlagRule, FollowedCheckIn } from '#lib/domain/flag.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { DrawnPoint } from '#lib/domain/measured-series.ts'

/** A laureate as the board shows it; days are Paris days, `call` its slug. */
export type ShownLaureate = {
  id: string
  call: string
  organisationName: string
  solution: string
  startsOn: string
  months: number
  stoppedOn: string | null
  lastContactOn: string | null
  /** The instant of the last reminder. */
  remindedAt: string | null
  milestones: readonly { id: string; title: Localized; dueOn: string; doneOn: string | null; acceptedOn: string | null }[]
  checkIns: readonly FollowedCheckIn[]
  metrics: readonly { id: string; name: string; unit: string; locked: boolean; baseline: number | null; target: number | null; points: readonly DrawnPoint[]; latest: { on: string; value: number; interval: { low: number; high: number } | null } | null }[]
  commitments: readonly { id: string; title: string }[]
  flags: readonly Flag[]
}
type Named = { value: string; title: Localized }
export type ShownBoard = {
  today: string
  view: BoardView
  call: { slug: string; title: Localized; demonstration: boolean } | null
  calls: readonly { slug: string; title: Localized; demonstration: boolean }[]
  choices: {
    call: readonly Named[]
    rupture: readonly (Named & { count: number })[]
    stage: readonly (Named & { count: number })[]
    partner: readonly { value: string; name: string; count: number }[]
  }
  unknown: readonly BoardFilter[]
  total: number
  counts: readonly { rule: FlagRule; count: number }[]
  laureates: readonly ShownLaureate[]
}
