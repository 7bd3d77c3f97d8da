import { parisDate } from '#lib/domain/calendar.ts'
import type { Localized } from '#lib/domain/localized.ts'
import { type MilestoneState, milestoneState } from '#lib/domain/milestone.ts'

/** A milestone as pages show it, with how its day was moved. */
export type ShownMilestone = {
  id: string
  month: number
  title: Localized
  dueOn: string
  evidence: string | null
  doneAt: Date | null
  acceptedAt: Date | null
  returnedReason: string | null
  version: number
  moves: readonly { id: string; fromOn: string; toOn: string; reason: string; movedAt: Date }[]
}

/** Where it stands on a Paris day. */
export function stateOn({ dueOn, doneAt, acceptedAt }: Pick<ShownMilestone, 'dueOn' | 'doneAt' | 'acceptedAt'>, today: string): MilestoneState {
  return milestoneState({ dueOn, doneOn: doneAt && parisDate(doneAt), acceptedOn: acceptedAt && parisDate(acceptedAt) }, today)
}
