/** A session as whoever sees the programme reads it; `ownNote` is theirs alone. */
export type ShownSession = {
  id: string
  subject: string
  mentorName: string
  proposedTimes: readonly Date[]
  isOwnProposal: boolean
  minutes: number
  place: string | null
  startsAt: Date | null
  cancelledAt: Date | null
  cancelReason: string | null
  sharedNotes: string | null
  ownNote: string | null
  version: number
}
