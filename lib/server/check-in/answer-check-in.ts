import { checkInAnswer } from '#db/schema/check-in.ts'
import type { Person } from '#lib/domain/access.ts'
import { checkInLimits } from '#lib/domain/check-in.ts'
import { draftProse, required } from '#lib/domain/form-text.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { loadCheckIn } from '#lib/server/check-in/load-check-in.ts'
import { command } from '#lib/server/command.ts'
import { pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { followerOf } from '#lib/server/programme/load-side.ts'
import { programmeAddressees } from '#lib/server/programme/programme-addressees.ts'
import { z } from 'zod'

/** Answers a submitted check-in, as a manager or a mentor. The laureate is told by mail that there is an answer, never what it says. Refused with `closed` while it is not submitted. */
export const answerCheckIn = command({
  name: 'check-in.answer',
  input: z.object({ checkInId: z.uuid(), text: draftProse.pipe(required(checkInLimits.answer)) }),
  subject: (read, { checkInId }, actor) => loadCheckIn(read, checkInId, actor),
  may: (_actor, { side }) => side !== 'laureate',
  when: ({ checkIn: its }) => its.submittedAt !== null,
  run: async ({ tx, actor, subject, now, note }, { checkInId, text }) => {
    const { programme, call, checkIn: its } = subject
    const { id: personId, name, email } = actor as Person
    const [made] = await tx
      .insert(checkInAnswer)
      .values({ checkInId, programmeId: programme.id, personId, personName: name ?? email, organisationName: await followerOf(tx, subject, actor as Person), text, answeredAt: now })
      .returning({ id: checkInAnswer.id })
    note({ subject: checkInId, detail: { month: its.month } })
    await writeMails(tx, await programmeAddressees(tx, programme.id, 'laureate'), personId, (locale) => ({
      kind: 'checkInAnswer', values: { month: its.month, solution: programme.solution, call: inLocale(call.title, locale), link: pageAddress(locale, `/programmes/${programme.id}/check-ins/${checkInId}#answers`) },
    }))
    return { id: made?.id as string, programmeId: programme.id }
  },
})
