import { memberOf, editorOf, ownerOf, type Person, signedIn } from '#lib/domain/access.ts'
import { fieldOfPath, overlaid } from '#lib/domain/deposit.ts'
import { editableFields, isOpen } from '#lib/domain/draft.ts'
import { actorOf, filingState } from '#lib/domain/filing.ts'
import { countMessages, readChanges, readConsultations, readCorrections, readDeposit, readOwners, readReceipts, readScans } from '#lib/server/application/filing-parts.ts'
import { readChangesSince } from '#lib/server/draft/changes-since.ts'
import { askedDraft, loadDraft } from '#lib/server/draft/show-draft.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/**
 * An organisation's file for a call, as its people see it: where it stands and who must act, what was deposited and what
 * was written since, receipts, corrections asked for, who opened it. Nothing of its screening. Throws `not-found`.
 */
export const showApplication = query({
  name: 'application.show',
  input: askedDraft.extend({ since: z.int().min(0).max(2_147_483_647).optional() }),
  may: signedIn,
  read: async ({ tx, actor, now }, { draftId, since }) => {
    const { draft, call, organisation, submitted, window } = await loadDraft(tx, draftId, (actor as Person).id)
    if (!memberOf(actor, organisation.id)) throw new Refusal('not-found')
    const [{ ready, changed }, receipts, deposited, corrections, consultations, messages, owners, scanned] = await Promise.all([
      readChanges(tx, draft, submitted), readReceipts(tx, draftId), readDeposit(tx, draftId), readCorrections(tx, draftId, now), readConsultations(tx, draftId), countMessages(tx, draftId, 'applicant'), readOwners(tx, organisation.id), readScans(tx, draftId),
    ])
    const editable = editableFields(window, now)
    const next = editable === 'all' || deposited === null ? ready : overlaid(deposited, { ...deposited, fields: ready.fields, answers: ready.answers, files: ready.files }, editable)
    const state = filingState(window, { isWithdrawn: submitted?.withdrawnAt != null, changed }, now)
    const [owns, edits] = [ownerOf(actor, organisation.id), editorOf(actor, organisation.id)]
    return {
      id: draftId,
      now,
      state,
      acts: actorOf[state],
      call: { slug: call.slug, title: call.title, opensAt: window.opensAt, closesAt: window.closesAt, answerOn: call.answerOn, staysOpen: call.staysOpen, staysOpenUntil: call.staysOpenUntil, demonstration: call.demonstration },
      organisation,
      draft: { version: draft.version, savedAt: draft.savedAt, solution: draft.solution },
      permitUntil: window.permitUntil,
      application: submitted && { number: submitted.number, submittedAt: submitted.submittedAt, withdrawnAt: submitted.withdrawnAt, sequence: submitted.sequence, solution: submitted.solution },
      /** Fields written since the last deposit that are not deposited. */
      changed,
      /** What was written since the version asked about, by whomever. */
      changedSince: since === undefined ? null : await readChangesSince(tx, draftId, since),
      /** What keeps the fields that may be deposited now from being so. */
      gaps: ready.gaps.filter(({ field }) => editable === 'all' || editable.includes(fieldOfPath(field))),
      /** What a deposit now would freeze: after the deadline, the last one but for what is open. */
      ready: { fields: next.fields, answers: next.answers, files: scanned(next.files) },
      questions: ready.questions.map(({ id, label, kind }) => ({ id, label, kind })),
      owners: owners.map(({ name, email }) => name ?? email),
      deposited: deposited && { ...deposited, files: scanned(deposited.files) },
      receipts,
      corrections,
      consultations,
      messages,
      editable,
      may: { own: owns, edit: edits && (editable === 'all' || editable.length > 0), submit: owns && (editable === 'all' || editable.length > 0), withdraw: owns && window.isSubmitted && isOpen(window, now), write: edits && window.isSubmitted },
    }
  },
})
export type ShownApplication = Awaited<ReturnType<typeof showApplication>>
