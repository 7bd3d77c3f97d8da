import type { Flag, FollowedCheckIn } from '#lib/domain/flag.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { MeasuredPoint } from '#lib/domain/measured-series.ts'

/** A laureate as the board shows it; days are Paris days. */
export type ShownLaureate = {
  id: string
  organisationName: string
  solution: string
  startsOn: string
  months: number
  lastContactOn: string | null
  milestones: readonly { id: string; title: Localized; dueOn: string; doneOn: string | null; acceptedOn: string | null }[]
  checkIns: readonly FollowedCheckIn[]
  metrics: readonly { id: string; name: string; unit: string; locked: boolean; baseline: number | null; target: number | null; points: readonly MeasuredPoint[]; latest: { on: string; value: number; interval: { low: number; high: number } | null } | null }[]
  commitments: readonly { id: string; title: string }[]
  flags: readonly Flag[]
}
export type ShownBoard = {
  today: string
  filter: { rupture: string; stage: string; partner: string }
  call: { slug: string }
  ruptures: readonly (readonly [string, Localized])[]
  stages: readonly (readonly [string, Localized])[]
  partners: readonly (readonly [string, string])[]
  laureates: readonly ShownLaureate[]
}
