import type { ShownCommitment } from '#components/commitment/commitment-item.tsx'
import type { ShownSession } from '#components/mentoring-session/shown-session.ts'
import type { ShownMilestone } from '#components/milestone/shown-milestone.ts'
import type { ListedMetric } from '#components/programme-metric/metric-list.tsx'
import type { ShownDocument } from '#components/programme/document-list.tsx'
import type { Mood } from '#lib/domain/check-in.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { ProgrammeSide } from '#lib/domain/programme.ts'

export type ShownMetric = Omit<ListedMetric, 'locked' | 'agreed' | 'gaps'> & { lockedAt: Date | null; laureateAgreedAt: Date | null; managerAgreedAt: Date | null }
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
  commitments: readonly ShownCommitment[]
  metrics: readonly ShownMetric[]
  documents: readonly (ShownDocument & { milestoneId: string | null; questionId: string | null; sha256: string })[]
  consultations: readonly { organisationName: string; part: string; people: number; lastAt: Date }[]
}
