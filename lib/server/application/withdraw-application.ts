import { eq } from 'drizzle-orm'
import { application } from '#db/schema/application.ts'
import { ownerOf, type Person } from '#lib/domain/access.ts'
import { isOpen } from '#lib/domain/draft.ts'
import { lockDraft } from '#lib/server/application/lock-draft.ts'
import { mailWithdrawal } from '#lib/server/application/mail-receipt.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/**
 * Takes a deposit back while everything is open: managers see it no longer, its owners may deposit it anew under the same
 * number. Taken back already, it stays so. Refused with `closed`, or `conflict` for `not-deposited`.
 */
export const withdrawApplication = command({
  name: 'application.withdraw',
  input: z.object({ applicationId: z.uuid() }),
  subject: (read, { applicationId }, actor) => lockDraft(read, applicationId, actor, ''),
  may: (actor, { organisation }) => ownerOf(actor, organisation.id),
  when: ({ window }, now) => isOpen(window, now),
  run: async ({ tx, actor, subject, now, note }) => {
    const { draft, submitted } = subject
    if (submitted === null) throw new Refusal('conflict', { reason: 'not-deposited' })
    note({ subject: draft.id, detail: { sequence: submitted.sequence } })
    if (submitted.withdrawnAt !== null) return { withdrawnAt: submitted.withdrawnAt }
    await tx.update(application).set({ withdrawnAt: now }).where(eq(application.id, draft.id))
    await mailWithdrawal(tx, { actor: actor as Person, locked: subject, now })
    return { withdrawnAt: now }
  },
})
