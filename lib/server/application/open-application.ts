import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { application, consultation } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { applicationFile, file } from '#db/schema/file.ts'
import { organisation } from '#db/schema/organisation.ts'
import { screeningDeed } from '#db/schema/screening.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { countMessages, readConsultations, readCorrections, readDeposit, readReceipts } from '#lib/server/application/filing-parts.ts'
import { showApplication } from '#lib/server/application/show-application.ts'
import { command } from '#lib/server/command.ts'
import { formQuestions } from '#lib/server/draft/form-questions.ts'
import { askedDraft } from '#lib/server/draft/show-draft.ts'
import type { Caller } from '#lib/server/opening.ts'
import { isRefusal, Refusal } from '#lib/server/refusal.ts'

/** A deposited application as the wall shows it to managers: withdrawn ones are not there. Throws `not-found`. */
export async function loadApplication(read: Reader, applicationId: string) {
  const [found] = await read
    .select({ application, call, organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind } })
    .from(application)
    .innerJoin(call, eq(call.id, application.callId))
    .innerJoin(organisation, eq(organisation.id, application.organisationId))
    .where(eq(application.id, applicationId))
  if (!found || found.application.withdrawnAt !== null) throw new Refusal('not-found')
  return found
}

/** The operator's organisation a manager acts for, as applicants read it. */
export async function houseOf(read: Reader, actor: Person): Promise<string> {
  const seat = actor.memberships.find(({ kind, role }) => kind === 'operator' && role !== 'reader')
  const [house] = seat ? await read.select({ name: organisation.name }).from(organisation).where(eq(organisation.id, seat.organisationId)) : []
  return house?.name ?? ''
}

/**
 * Opens a deposited application for a manager: all that was frozen, and what followed. That it was opened is written down
 * for its authors to see, once a day for each person. Throws `not-found`.
 */
export const openApplication = command({
  name: 'application.open',
  unrecorded: true,
  input: askedDraft,
  subject: (read, { draftId }) => loadApplication(read, draftId),
  may: manager,
  run: async ({ tx, actor, subject, now }, { draftId }) => {
    const { application: row, call: its, organisation: applicant } = subject
    await noteOpening(tx, actor as Person, draftId, 'application', now)
    const [deposited, receipts, corrections, consultations, messages, files, questions, motives] = await Promise.all([
      readDeposit(tx, draftId), readReceipts(tx, draftId), readCorrections(tx, draftId, now), readConsultations(tx, draftId), countMessages(tx, draftId, 'manager'),
      tx
        .select({ id: file.id, questionId: file.questionId, name: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256, scan: file.scan })
        .from(applicationFile)
        .innerJoin(file, eq(file.id, applicationFile.fileId))
        .where(eq(applicationFile.applicationId, draftId))
        .orderBy(asc(file.uploadedAt)),
      formQuestions(tx, row.formVersionId),
      tx
        .select({ after: screeningDeed.after })
        .from(screeningDeed)
        .where(and(eq(screeningDeed.applicationId, draftId), eq(screeningDeed.kind, 'eligibility'), isNull(screeningDeed.undoneAt)))
        .orderBy(desc(screeningDeed.id))
        .limit(1),
    ])
    return {
      id: draftId,
      now,
      call: { slug: its.slug, title: its.title, closesAt: its.closesAt as Date, answerOn: its.answerOn, demonstration: its.demonstration },
      organisation: { ...applicant, frozenName: row.organisationName, siren: row.siren },
      application: { number: row.number, submittedAt: row.submittedAt, sequence: row.sequence, solution: row.solution, eligibility: row.eligibility, motive: row.eligibility === 'ineligible' && motives[0]?.after.motive != null ? String(motives[0].after.motive) : null },
      deposited,
      questions,
      files,
      receipts,
      corrections,
      consultations,
      messages,
    }
  },
})
export type OpenedApplication = Awaited<ReturnType<typeof openApplication>>

/** Writes down that somebody opened a part of a file; once a day. `as` is what its authors read: the operator's house, or the round of a scorer, whose organisation they are not told. */
export async function noteOpening(tx: Transaction, actor: Person, applicationId: string, part: string, now: Date, as?: string): Promise<void> {
  await tx.insert(consultation).values({ applicationId, personId: actor.id, part, day: parisDate(now), organisationName: as ?? (await houseOf(tx, actor)) }).onConflictDoNothing()
}

/** The same for many at once. */
export async function noteOpenings(tx: Transaction, actor: Person, applicationIds: readonly string[], part: string, now: Date): Promise<void> {
  if (applicationIds.length === 0) return
  await tx.execute(sql`
    insert into consultation (application_id, person_id, part, day, organisation_name)
    select id::uuid, ${actor.id}::uuid, ${part}, ${parisDate(now)}, ${await houseOf(tx, actor)} from jsonb_array_elements_text(${JSON.stringify(applicationIds)}::jsonb) id
    on conflict do nothing`)
}

/** One file for whoever may see it: its authors as it stands, managers as it was deposited. */
export async function readApplication(caller: Caller, asked: { draftId: string }): Promise<object> {
  try {
    return await showApplication(caller, asked)
  } catch (error) {
    if (!isRefusal(error) || error.code !== 'not-found') throw error
    return openApplication(caller, asked)
  }
}
