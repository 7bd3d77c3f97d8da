import { eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { checkIn } from '#db/schema/check-in.ts'
import { measurement, programmeMetric } from '#db/schema/programme-metric.ts'
import { editorOf, type Person } from '#lib/domain/access.ts'
import { checkInContent, checkInGaps, dueMetrics } from '#lib/domain/check-in-content.ts'
import { addMonths } from '#lib/domain/day.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { isWritten, type LoadedCheckIn, lockCheckIn } from '#lib/server/check-in/load-check-in.ts'
import { command } from '#lib/server/command.ts'
import { pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { programmeAddressees } from '#lib/server/programme/programme-addressees.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/**
 * Submits a check-in as it was seen at `version`: from then on mentors and managers read it, and it is never changed. Its
 * figures become drafts of measurements. Mentors are told by mail that there is one, managers too where it is not on track
 * or asks for something; never what it says. The same again is answered the same. Refused with `check-in-changed`,
 * `invalid` for the reason `gaps` naming each, `closed`.
 */
export const submitCheckIn = command({
  name: 'check-in.submit',
  input: z.object({ checkInId: z.uuid(), version: z.int().min(0).max(2_147_483_647) }),
  subject: (read, { checkInId }, actor) => lockCheckIn(read, checkInId, actor),
  may: (actor, { programme }) => editorOf(actor, programme.organisationId),
  when: (subject, now, { version }) => isWritten(subject, now) || (subject.checkIn.submittedAt !== null && subject.checkIn.version === version),
  run: async ({ tx, actor, subject, now, note }, { checkInId, version }) => {
    const { checkIn: its, programme, call } = subject
    const { id: personId } = actor as Person
    note({ subject: checkInId, detail: { month: its.month, ...(its.submittedAt && { again: true }) } })
    if (its.submittedAt !== null) return { id: checkInId, submittedAt: its.submittedAt.toISOString() }
    if (its.version !== version) throw new Refusal('conflict', { reason: 'check-in-changed', current: { version: its.version, savedAt: its.savedAt.toISOString() } })
    const faults = checkInGaps(checkInContent(its)).map(({ field, code }) => ({ path: field, code }))
    if (faults.length > 0) throw new Refusal('invalid', { reason: 'gaps', faults })
    await tx.update(checkIn).set({ progress: its.progress, submittedAt: now, submittedBy: personId }).where(eq(checkIn.id, checkInId))
    await keepFigures(tx, subject, personId)
    const to = await programmeAddressees(tx, programme.id, 'mentor', ...(its.mood === 'on-track' && its.ask === null ? [] : ['manager' as const]))
    await writeMails(tx, to, personId, (locale) => ({ kind: 'checkIn', values: { month: its.month, solution: programme.solution, call: inLocale(call.title, locale), link: pageAddress(locale, `/programmes/${programme.id}/check-ins/${checkInId}`) } }))
    return { id: checkInId, submittedAt: now.toISOString() }
  },
})

/** Each figure that was given, as a draft of a measurement over the time since the one before was due. */
async function keepFigures(tx: Transaction, { checkIn: its, programme }: LoadedCheckIn, personId: string): Promise<void> {
  const metrics = await tx.select({ id: programmeMetric.id, schedule: programmeMetric.schedule }).from(programmeMetric).where(eq(programmeMetric.programmeId, programme.id))
  const rows = dueMetrics(metrics, its.month).flatMap(({ id, schedule }) => {
    const figure = its.figures[id]
    if (!figure || (figure.value === null && figure.numerator === null)) return []
    const since = Math.max(0, ...schedule.filter((month) => month < its.month))
    return [{ ...figure, metricId: id, programmeId: programme.id, checkInId: its.id, periodStart: addMonths(programme.startsOn, since), periodEnd: addMonths(programme.startsOn, its.month), recordedBy: personId, idempotencyKey: `check-in.${its.id}` }]
  })
  if (rows.length > 0) await tx.insert(measurement).values(rows).onConflictDoNothing()
}
