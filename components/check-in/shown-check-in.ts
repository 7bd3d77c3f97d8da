import type { Mood, Progress } from '#lib/domain/check-in.ts'
import type { Content } from '#lib/domain/draft.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { MetricMeasure } from '#lib/domain/programme-metric.ts'
import type { ProgrammeSide } from '#lib/domain/programme.ts'

type LastFigure = { value: number | null; numerator: number | null; denominator: number | null; n: number | null }

/** A check-in as a page shows it, to fill in or to read. */
export type ShownCheckIn = {
  id: string
  now: Date
  version: number
  savedAt: Date
  content: Content
  editable: 'all' | readonly string[]
  month: number
  opensOn: string
  dueOn: string
  submittedAt: Date | null
  skipped: { at: Date; reason: string | null } | null
  side: ProgrammeSide
  mayWrite: boolean
  isRunning: boolean
  milestones: readonly { id: string; title: Localized; dueOn: string }[]
  metrics: readonly { id: string; name: string; measure: MetricMeasure; unit: string; numerator: string | null; denominator: string | null; baseline: number | null; target: number | null; last: LastFigure | null }[]
  partners: readonly { id: string; name: string }[]
  answers: readonly { id: string; personName: string; organisationName: string; text: string; answeredAt: Date }[]
  last: { month: number; progress: Progress; blockers: string | null; mood: Mood | null } | null
}
