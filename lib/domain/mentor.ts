/** A mentor is somebody of a partner organisation given to a laureate; managers name them, and end it with a reason. */
import { draftLine, required } from '#lib/domain/form-text.ts'
import { z } from 'zod'

/** Characters allowed in a reason. */
export const mentorLimits = { reason: 500 } as const
export const mentorEnd = z.object({ reason: draftLine.pipe(required(mentorLimits.reason)) })

/** "person_organisation", as a form sends who was chosen and for which organisation. */
export const chosenMentor = z.string().transform((text, context) => {
  const [personId, organisationId] = text.split('_')
  const found = z.object({ personId: z.uuid(), organisationId: z.uuid() }).safeParse({ personId, organisationId })
  if (found.success) return found.data
  context.issues.push({ code: 'custom', input: text, params: { code: 'missing' } })
  return z.NEVER
})

type Mentor = { declaredAt: Date | null; acceptedAt: Date | null; endedAt: Date | null; endedBy: string | null; personId: string }

/** Named and silent, at work, declined by themself, or ended by a manager. */
export function mentorState({ acceptedAt, endedAt, endedBy, personId }: Mentor): 'named' | 'accepted' | 'declined' | 'ended' {
  if (endedAt !== null) return acceptedAt === null && endedBy === personId ? 'declined' : 'ended'
  return acceptedAt === null ? 'named' : 'accepted'
}
