/** Moving a call's deadline for all, and leave for one account of one organisation to go on after it. */
import { givenParisClock } from '#lib/domain/call-settings.ts'
import { draftProse, required } from '#lib/domain/form-text.ts'
import { mailAddress } from '#lib/domain/person.ts'
import { z } from 'zod'

/** Characters of a reason, and how many days from now a deadline or a permit may lie, said in advance. */
export const deadlineLimits = { reason: 500, days: 366, permitDays: 31 } as const

const reason = draftProse.pipe(required(deadlineLimits.reason))

export const deadlineForm = z.object({ to: givenParisClock, reason })

/** `email` is the account the permit is bound to. */
export const permitForm = z.object({ organisationId: z.uuid(), email: mailAddress, until: givenParisClock, reason })
