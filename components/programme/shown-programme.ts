import type { ShownSession } from '#components/mentoring-session/shown-session.ts'
import type { ShownMilestone } from '#components/milestone/shown-milestone.ts'
import type { ShownDocument } from '#components/programme/document-list.tsx'
import type { CommitmentKind, CommitmentState } from '#lib/domain/commitment.ts'
import type { Mood } from '#lib/domain/check-in.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { ProgrammeSide } from '#lib/domain/programme.ts'

export type ShownMeasurement = { value: number | null; numerator: number | null; denominator: number | null; periodEnd: string; state: string }
export type ShownMetric = { id: string; name: string; unit: string; baseline: number | null; target: number | null; schedule: readonly number[]; lockedAt: Date | null; measurements: readonly ShownMeasurement[] }
export type ShownCheckInRow = { id: string; month: number; opensOn: string; dueOn: string; version: number; mood: Mood | null; submittedAt: Date | null; skippedAt: Date | null; answers: number }

/** A laureate's programme as its people, a mentor or a manager reads it. */
export type ShownProgramme = {
  now: Date
  today: string
  side: ProgrammeSide
  mayWrite: boolean
  isRunning: boolean
  ownMentorId: string | null
  programme: { id: string; solution: string; organisationName: string; number: string; startsOn: string; months: number; stopReason: string | null }
  call: { slug: string; title: Localized; demonstration: boolean }
  milestones: readonly ShownMilestone[]
  checkIns: readonly ShownCheckInRow[]
  mentors: readonly { id: string; name: string | null; email: string; organisationName: string; acceptedAt: Date | null }[]
  sessions: readonly ShownSession[]
  commitments: readonly { id: string; kind: CommitmentKind; title: string; organisationName: string; amount: number; given: number; unit: string; dueOn: string | null; state: CommitmentState }[]
  metrics: readonly ShownMetric[]
  documents: readonly (ShownDocument & { milestoneId: string | null; questionId: string | null; sha256: string })[]
  consultations: readonly { organisationName: string; part: string; people: number; lastAt: Date }[]
}
