import { desc, eq } from 'drizzle-orm'
import { correction } from '#db/schema/application.ts'
import { formVersion } from '#db/schema/form.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { correctionForm, correctionLimits, reopenableFields } from '#lib/domain/correction.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { formatParisInstant } from '#lib/i18n/format.ts'
import { addressees } from '#lib/server/mail/addressees.ts'
import { loadApplication } from '#lib/server/application/open-application.ts'
import { command } from '#lib/server/command.ts'
import { requireToCome } from '#lib/server/deadline/require-to-come.ts'
import { formQuestions } from '#lib/server/draft/form-questions.ts'
import { pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/**
 * Asks the authors of an application to correct chosen fields, which opens those and no other until an instant of Paris
 * time. They are told by mail that something is asked, not what. Codes: `fields` `unfit`, `until` `past` or `too-far`.
 */
export const askCorrection = command({
  name: 'correction.ask',
  input: z.object({ draftId: z.uuid() }).extend(correctionForm.shape),
  subject: (read, { draftId }) => loadApplication(read, draftId),
  may: manager,
  run: async ({ tx, actor, subject, now, note }, { draftId, fields, request, until }) => {
    const { application: row, call: its } = subject
    const [form] = await tx.select({ id: formVersion.id }).from(formVersion).where(eq(formVersion.callId, its.id)).orderBy(desc(formVersion.version)).limit(1)
    const known = new Set(reopenableFields(await formQuestions(tx, form?.id ?? null)))
    if (!fields.every((field) => known.has(field))) throw new Refusal('invalid', { faults: [{ path: 'fields', code: 'unfit' }] })
    requireToCome('until', until, now, correctionLimits.days)
    const { id: askedBy } = actor as Person
    const [made] = await tx.insert(correction).values({ applicationId: draftId, fields, request, until, askedBy }).returning({ id: correction.id })
    await writeMails(tx, await addressees(tx, draftId, 'applicant'), askedBy, (locale) => ({
      kind: 'correction',
      values: { number: row.number, solution: row.solution ?? '', call: inLocale(its.title, locale), until: formatParisInstant(until, locale), link: pageAddress(locale, `/applications/${draftId}`) },
    }))
    note({ subject: draftId, detail: { correctionId: made?.id, fields, until: until.toISOString() } })
    return made as { id: string }
  },
})
