import { stateOf } from '#db/read/call.ts'
import { memberOf, editorOf, ownerOf, signedIn } from '#lib/domain/access.ts'
import { type Deposit, fieldOfPath, overlaid } from '#lib/domain/deposit.ts'
import { editableFields, isOpen } from '#lib/domain/draft.ts'
import { actorOf, filingState } from '#lib/domain/filing.ts'
import { depositableOf } from '#lib/server/application/depositable.ts'
import { filingAsks } from '#lib/server/application/filing-asks.ts'
import { changedOf, scansOf, withOpenness } from '#lib/server/application/filing-parts.ts'
import { changesSince, sinceAsks } from '#lib/server/draft/changes-since.ts'
import { formAsks, keepQuestions, knownQuestions } from '#lib/server/draft/form-questions.ts'
import { askedDraft, windowOf } from '#lib/server/draft/show-draft.ts'
import { lookup } from '#lib/server/lookup.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/**
 * An organisation's file for a call, as its people see it: where it stands and who must act, what was deposited and what
 * was written since, receipts, corrections asked for, who opened it. Nothing of its screening. Throws `not-found`.
 */
export const showApplication = lookup({
  name: 'application.show',
  input: askedDraft.extend({ since: z.int().min(0).max(2_147_483_647).optional() }),
  may: signedIn,
  asks: filingAsks,
  read: async ({ found, actor, now, more }, { draftId, since }) => {
    const [file] = found.file
    if (!file || !memberOf(actor, file.organisation.id)) throw new Refusal('not-found')
    const { draft, call, organisation, submitted } = file
    const { receipts, messages: [messages = { total: 0, unseen: 0 }], owners } = found
    const deposited = found.deposits[0] ? (JSON.parse(found.deposits[0].content) as Deposit) : null
    const window = windowOf(call, submitted, found.permits[0]?.until ?? null, found.corrections.filter(({ doneAt, cancelledAt }) => doneAt === null && cancelledAt === null))
    const formId = found.forms[0]?.id ?? null
    const questions = knownQuestions(formId) ?? keepQuestions(formId, (await more(formAsks, { formId })).form)
    const ready = depositableOf(draft, found, questions)
    const changed = submitted === null ? [] : changedOf(ready, submitted, found.depositedFiles, deposited)
    const corrections = found.corrections.map((asked) => withOpenness(asked, now))
    const consultations = found.consultations.map(({ lastAt, ...opened }) => ({ ...opened, lastAt: new Date(lastAt) }))
    const scanned = scansOf(found.scans)
    const state = filingState(window, { isWithdrawn: submitted?.withdrawnAt != null, changed }, now)
    const editable = editableFields(window, now)
    const next = editable === 'all' || deposited === null ? ready : overlaid(deposited, { ...deposited, fields: ready.fields, answers: ready.answers, files: ready.files }, editable)
    const [owns, edits] = [ownerOf(actor, organisation.id), editorOf(actor, organisation.id)]
    return {
      id: draftId,
      now,
      state,
      acts: actorOf[state],
      call: { slug: call.slug, title: call.title, opensAt: window.opensAt, closesAt: window.closesAt, answerOn: call.answerOn, staysOpen: call.staysOpen, staysOpenUntil: call.staysOpenUntil, demonstration: call.demonstration },
      organisation,
      draft: { version: draft.version, savedAt: draft.savedAt, solution: draft.solution },
      /** When a decision came that may now be read. */
      decidedAt: found.decisions[0]?.releasedAt ?? null,
      permitUntil: window.permitUntil,
      application: submitted && { number: submitted.number, submittedAt: submitted.submittedAt, withdrawnAt: submitted.withdrawnAt, sequence: submitted.sequence, solution: submitted.solution },
      /** Fields written since the last deposit that are not deposited. */
      changed,
      /** What was written since the version asked about, by whomever. */
      changedSince: since === undefined ? null : changesSince(await more(sinceAsks, { draftId, since })),
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
      /** Other calls now open, that this file could be the start for. */
      otherCalls: found.otherCalls.filter((other) => stateOf(other, now) === 'open').map(({ slug, title }) => ({ slug, title })),
      editable,
      may: { own: owns, edit: edits && (editable === 'all' || editable.length > 0), submit: owns && (editable === 'all' || editable.length > 0), withdraw: owns && window.isSubmitted && isOpen(window, now), write: edits && window.isSubmitted },
    }
  },
})
export type ShownApplication = Awaited<ReturnType<typeof showApplication>>
