/** A word between an applicant and the managers, kept in the file. */
import { draftProse, required } from '#lib/domain/form-text.ts'
import { z } from 'zod'

export type Side = 'applicant' | 'manager'

/** Characters of a message, said in advance. */
export const messageLimit = 5_000

const messageText = draftProse.pipe(required(messageLimit))

/** `key` names the message, so that sending it again sends nothing twice. */
export const messageForm = z.object({ draftId: z.uuid(), key: z.uuid(), text: messageText })

/** The mail that tells of messages goes out at most this often for one side of a file, as long as the last one is unread. */
export const noticeMinutes = 60

export function otherSide(side: Side): Side {
  return side === 'applicant' ? 'manager' : 'applicant'
}
