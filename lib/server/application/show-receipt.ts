import { and, eq, lt, desc } from 'drizzle-orm'
import { application, receipt } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { memberOf, signedIn } from '#lib/domain/access.ts'
import type { Deposit } from '#lib/domain/deposit.ts'
import { readScans } from '#lib/server/application/filing-parts.ts'
import { askedDraft } from '#lib/server/draft/show-draft.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** A receipt's number in an address: what cannot be one names nothing. */
const sequence = z.coerce.number().pipe(z.int().min(1).max(1_000_000)).catch(0).optional()

/**
 * One receipt of one's own file, the last one unless said otherwise, with the exact text whose SHA-256 it proves, what it replaced, and what bears on what
 * may still change. Throws `not-found`.
 */
export const showReceipt = query({
  name: 'receipt.show',
  input: askedDraft.extend({ sequence }),
  may: signedIn,
  read: async ({ tx, actor, now }, asked) => {
    const [found] = await tx
      .select({ receipt, application, call })
      .from(receipt)
      .innerJoin(application, eq(application.id, receipt.applicationId))
      .innerJoin(call, eq(call.id, application.callId))
      .where(and(eq(receipt.applicationId, asked.draftId), eq(receipt.sequence, asked.sequence ?? application.sequence)))
    if (!found || !memberOf(actor, found.application.organisationId)) throw new Refusal('not-found')
    const [replaced] = await tx
      .select({ submittedAt: receipt.submittedAt })
      .from(receipt)
      .where(and(eq(receipt.applicationId, asked.draftId), lt(receipt.sequence, found.receipt.sequence)))
      .orderBy(desc(receipt.sequence))
      .limit(1)
    const { content, sha256, files, kind, submittedAt, submitterName } = found.receipt
    const deposit = JSON.parse(content) as Deposit
    return {
      id: asked.draftId,
      now,
      number: found.application.number,
      sequence: found.receipt.sequence,
      isLast: found.application.sequence === found.receipt.sequence,
      withdrawnAt: found.application.withdrawnAt,
      replaces: replaced?.submittedAt ?? null,
      kind, submittedAt, submitterName, sha256, files, content,
      deposit,
      /** The files deposited, with what the virus scanner says of them now. */
      scanned: (await readScans(tx, asked.draftId))(deposit.files),
      call: { slug: found.call.slug, title: found.call.title, closesAt: found.call.closesAt as Date, answerOn: found.call.answerOn, staysOpen: found.call.staysOpen, staysOpenUntil: found.call.staysOpenUntil, demonstration: found.call.demonstration },
    }
  },
})
export type ShownReceipt = Awaited<ReturnType<typeof showReceipt>>
