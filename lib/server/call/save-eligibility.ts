import { eq } from 'drizzle-orm'
import { eligibilityRule } from '#db/schema/form.ts'
import { manager } from '#lib/domain/access.ts'
import { eligibility, freeze } from '#lib/domain/call-settings.ts'
import { loadCall, mayStillChange, requireKnown, takeTurn, turn } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Saves who may apply, in words and by kind of organisation, and the statements that tell them in a minute. */
export const saveEligibility = command({
  name: 'call.save-eligibility',
  input: z.intersection(z.object(turn), eligibility),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  when: mayStillChange('eligibility'),
  run: async ({ tx, subject, note }, { version, rules, whoMayApply, applicantKinds }) => {
    const callId = subject.id
    requireKnown(rules, await tx.select({ id: eligibilityRule.id }).from(eligibilityRule).where(eq(eligibilityRule.callId, callId)))
    if (subject.publishedAt !== null && whoMayApply === null) throw new Refusal('invalid', { faults: [{ path: 'whoMayApply.fr', code: 'missing' }] })
    await takeTurn(tx, subject, version, { whoMayApply, applicantKinds: [...new Set(applicantKinds)] })
    await tx.delete(eligibilityRule).where(eq(eligibilityRule.callId, callId))
    const rows = rules.map(({ id, ...rest }, position) => ({ ...(id && { id }), callId, position, ...rest }))
    if (rows.length > 0) await tx.insert(eligibilityRule).values(rows)
    note({ subject: callId, detail: { version: version + 1 } })
  },
})

/** Saves which fields applicants may still change after the deadline, and until when: later than the closing (`before-closing`). */
export const saveFreeze = command({
  name: 'call.save-freeze',
  input: z.intersection(z.object(turn), freeze),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  when: mayStillChange('freeze'),
  run: async ({ tx, subject, note }, { version, staysOpen, staysOpenUntil }) => {
    if (staysOpenUntil !== null && subject.closesAt !== null && staysOpenUntil <= subject.closesAt) {
      throw new Refusal('invalid', { faults: [{ path: 'staysOpenUntil', code: 'before-closing' }] })
    }
    await takeTurn(tx, subject, version, { staysOpen, staysOpenUntil })
    note({ subject: subject.id, detail: { version: version + 1, staysOpen } })
  },
})
