import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { phase } from '#db/schema/call.ts'
import { deadlineChange } from '#db/schema/deadline.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { answersTooEarly } from '#lib/domain/call-settings.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { deadlineForm, deadlineLimits } from '#lib/domain/deadline.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { formatParisInstant } from '#lib/i18n/format.ts'
import { loadCall, takeTurn, turn } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { requireToCome } from '#lib/server/deadline/require-to-come.ts'
import { applicantsOf } from '#lib/server/mail/addressees.ts'
import { pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/**
 * Moves the deadline of a published call, later or sooner but never into the past, with a reason everybody reads; phases
 * that end with it follow. All who write for the call are told by mail. Codes at `to`: `past`, `too-far`, `not-after-opening`, `answer-before-closing`,
 * `same`. Refused with `conflict` for `not-published` or `call-changed`.
 */
export const moveDeadline = command({
  name: 'deadline.move',
  input: z.object(turn).extend(deadlineForm.shape),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, actor, subject, now, note }, { version, to, reason }) => {
    const { publishedAt, opensAt, closesAt, answerOn } = subject
    if (publishedAt === null || opensAt === null || closesAt === null) throw new Refusal('conflict', { reason: 'not-published' })
    requireToCome('to', to, now, deadlineLimits.days)
    const code = to <= opensAt ? 'not-after-opening' : to.getTime() === closesAt.getTime() ? 'same' : answerOn !== null && answersTooEarly(answerOn, to) ? 'answer-before-closing' : null
    if (code !== null) throw new Refusal('invalid', { faults: [{ path: 'to', code }] })
    await takeTurn(tx, subject, version, { closesAt: to, closesOn: parisDate(to) })
    await tx.update(phase).set({ endsAt: to, endsOn: parisDate(to) }).where(and(eq(phase.callId, subject.id), eq(phase.endsAt, closesAt), or(isNull(phase.startsAt), lt(phase.startsAt, to))))
    const { id: changedBy } = actor as Person
    await tx.insert(deadlineChange).values({ callId: subject.id, from: closesAt, to, reason, changedBy })
    const people = await applicantsOf(tx, subject.id)
    await writeMails(tx, people, changedBy, (locale) => ({
      kind: 'deadline',
      values: { call: inLocale(subject.title, locale), from: formatParisInstant(closesAt, locale), until: formatParisInstant(to, locale), reason, link: pageAddress(locale, '/applications') },
    }))
    note({ subject: subject.id, detail: { from: closesAt.toISOString(), to: to.toISOString() } })
    return { told: people.length }
  },
})
