import { proposeAssignments } from '#lib/server/assignment/propose-assignments.ts'
import { saveCheckIn } from '#lib/server/check-in/save-check-in.ts'
import { declareConflict } from '#lib/server/conflict/declare-conflict.ts'
import { signInAsPersona } from '#lib/server/demonstration/personas.ts'
import { createDraft } from '#lib/server/draft/create-draft.ts'
import { saveDraft } from '#lib/server/draft/save-draft.ts'
import { saveEvaluation } from '#lib/server/evaluation/save-evaluation.ts'
import { sendInvitation } from '#lib/server/invitation/send-invitation.ts'
import { enterMeasurement } from '#lib/server/measurement/enter-measurement.ts'
import { sendMessage } from '#lib/server/message/send-message.ts'
import { createOrganisation } from '#lib/server/organisation/create-organisation.ts'
import { updateAccount } from '#lib/server/person/change-account.ts'
import { redeemCode } from '#lib/server/sign-in/redeem-code.ts'
import { redeemLink } from '#lib/server/sign-in/redeem-link.ts'
import { requestSignIn } from '#lib/server/sign-in/request-sign-in.ts'
import type { z } from 'zod'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** An address for people with an account, or on their way to one: its deeds by method. Bodies are those the verbs take. */
export type Door = Partial<Record<Method, { summary: string; status: '200' | '201' | '202' | '204' | '307'; body?: z.ZodType; open?: true }>>

/** The table of these addresses. Their answers are for the one who asks and are described in words only. */
export const doors: Readonly<Record<string, Door>> = {
  '/api/v1/account': {
    get: { summary: 'The account of the person signed in', status: '200' },
    patch: { summary: 'Change name and language', status: '204', body: updateAccount.input },
  },
  '/api/v1/account/export': { get: { summary: 'Everything the portal holds about the person signed in', status: '200' } },
  '/api/v1/account/session': { delete: { summary: 'Sign this browser out', status: '204' } },
  '/api/v1/applications': { get: { summary: 'The files of one’s organisations, drafts and applications, across calls', status: '200' } },
  '/api/v1/applications/{id}': {
    get: { summary: 'One file: as it stands for its authors, as it was deposited for managers', status: '200' },
    delete: { summary: 'Take a deposit back, before the deadline', status: '204' },
  },
  '/api/v1/applications/{id}/export': { get: { summary: 'All the portal holds about one file of one’s own', status: '200' } },
  '/api/v1/applications/{id}/messages': {
    get: { summary: 'The messages of a file, for its authors and, once it is deposited, for managers', status: '200' },
    post: { summary: 'Write a message into a deposited file; the Idempotency-Key, a UUID, names it', status: '201', body: sendMessage.input.pick({ text: true }) },
  },
  '/api/v1/applications/{id}/receipts/{sequence}': { get: { summary: 'The exact text a receipt froze: its SHA-256 is the receipt’s, and the ETag. With .pdf after the number, the receipt to print (lang=fr or en)', status: '200' } },
  '/api/v1/assignments': { get: { summary: 'What the person signed in scores, round by round, in the order it waits, with the minutes it may take', status: '200' } },
  '/api/v1/board.pdf': { get: { summary: 'The same laureates for a steering committee: figures, coverage and results, then each on a page; `?language=en` for English', status: '200' } },
  '/api/v1/board.csv': { get: { summary: 'For managers: the laureates of a view of the board (`call`, `rupture`, `stage`, `partner`, `flag`) as CSV in words; `?language=en` for English', status: '200' } },
  '/api/v1/board.xlsx': { get: { summary: 'The same as a spreadsheet', status: '200' } },
  '/api/v1/calls/{slug}/applications': {
    get: { summary: 'For managers: applications of the call, fifty at a time, filtered and ordered by the query string of their table; `after` leads to the next', status: '200' },
  },
  '/api/v1/calls/{slug}/applications.csv': { get: { summary: 'The same view whole, as CSV in words', status: '200' } },
  '/api/v1/calls/{slug}/applications.xlsx': { get: { summary: 'The same view whole, as a spreadsheet', status: '200' } },
  '/api/v1/calls/{slug}/calendar.ics': { get: { summary: 'The dates of a call run here as iCalendar; `?locale=en` for English', status: '200', open: true } },
  '/api/v1/calls/{slug}/drafts': {
    post: { summary: 'Start an organisation’s draft for a call, or find the one there is; takes an Idempotency-Key', status: '201', body: createDraft.input.omit({ slug: true, key: true }) },
  },
  '/api/v1/calls/{slug}/form.pdf': { get: { summary: 'The whole form of a call run here, with its grid, as PDF; `?locale=en` for English', status: '200', open: true } },
  '/api/v1/companies/{siren}': { get: { summary: 'What the French company register says of a SIREN: `found` with the company, `unknown`, or `unreachable`', status: '200' } },
  '/api/v1/conflicts': {
    post: { summary: 'Declare a link of interest to an application one scores, or manages: from the next request on it does not exist for who declared', status: '204', body: declareConflict.input },
  },
  '/api/v1/check-ins/{id}': {
    get: { summary: 'A laureate’s check-in of a month, what it asks and the answers to it; its own people’s alone until submitted or skipped', status: '200' },
    put: { summary: 'Save fields on the version of If-Match, under an Idempotency-Key: `progress.<milestoneId>.state|note`, `figures.<metricId>.value|numerator|denominator|n`, `blockers`, `ask`, `askOrganisationId`, `mood`, `moodReason`; 409 tells the fields that differ', status: '200', body: saveCheckIn.input.pick({ fields: true }) },
  },
  '/api/v1/check-ins/{id}/submit': { post: { summary: 'Submit the check-in as of If-Match; the same again answers the same', status: '201' } },
  '/api/v1/mentoring-sessions/{id}/invitation.ics': { get: { summary: 'An agreed session for one’s calendar, under the same UID for ever, its SEQUENCE raised at each change', status: '200' } },
  '/api/v1/programmes/{id}/files': {
    post: { summary: 'Send a document of a programme as the body, its `name` and `milestoneId` (none for the whole programme) in the query string, under an Idempotency-Key; Content-Digest is checked', status: '201' },
  },
  '/api/v1/demo/session': { post: { summary: 'Sign in as an invented person; only in the demonstration', status: '200', body: signInAsPersona.input, open: true } },
  '/api/v1/deliberations/{id}': { get: { summary: 'A jury’s meeting as one may follow it: agenda, presence, one’s own scores, everybody’s once revealed', status: '200' } },
  '/api/v1/deliberations/{id}/minutes.pdf': { get: { summary: 'The minutes of a jury’s meeting: presence, recusals, scores before and after, order, decisions; `?locale=en` for English; 409 `walled-off` to whoever a link keeps from a file of the call', status: '200' } },
  '/api/v1/deliberations/{id}/stream': { get: { summary: 'Server-sent events: `moved` each time the meeting moved, without content; what moved is then asked for', status: '200' } },
  '/api/v1/drafts/{id}': {
    get: { summary: 'A draft: content, files, form, and what may be changed now', status: '200' },
    put: { summary: 'Save fields on the version of If-Match, under an Idempotency-Key; 409 tells the fields that differ', status: '200', body: saveDraft.input.pick({ fields: true }) },
  },
  '/api/v1/drafts/{id}/files': {
    post: { summary: 'Send a file as the body, its `name` and `questionId` (none for the evidence) in the query string, under an Idempotency-Key; Content-Digest is checked; `draftVersion` is the draft’s new version', status: '201' },
  },
  '/api/v1/drafts/{id}/submit': { post: { summary: 'Deposit the draft as of If-Match, under an Idempotency-Key; the same key again answers the same receipt; 409 tells the fields and files that changed', status: '201' } },
  '/api/v1/evaluations/{id}': {
    get: { summary: 'One’s own evaluation with the grid and the application as its scorers read it; colleagues’ once one’s own is submitted', status: '200' },
    put: { summary: 'Save fields on the version of If-Match, under an Idempotency-Key: `scores.<criterionId>` (1 to 5, "not-applicable", null for none yet), `commentToApplicant`, `commentToJury`; 409 tells the fields that differ', status: '200', body: saveEvaluation.input.pick({ fields: true }) },
  },
  '/api/v1/evaluations/{id}/submit': { post: { summary: 'Submit the evaluation as of If-Match, under an Idempotency-Key; the same key again answers the same', status: '201' } },
  '/api/v1/files/{id}': {
    get: { summary: 'A file, for its authors, or a deposited one for managers: always an attachment, with its Repr-Digest', status: '200' },
    delete: { summary: 'Take a file out of its draft, while that may be changed; tells the draft’s new version; what was deposited keeps it', status: '200' },
  },
  '/api/v1/invitations/{id}': {
    put: { summary: 'Take the seat offered', status: '200' },
    delete: { summary: 'Refuse the seat offered', status: '204' },
  },
  '/api/v1/metrics/{id}/measurements': {
    post: { summary: 'Enter a value of a laureate’s metric, in aggregates only, under an Idempotency-Key: a draft, or with `submit` to be verified by somebody else; the same key again answers the same (200). 422 names each field with its code; `unexplained` at `surpriseReason` asks why a surprising value is right', status: '201', body: enterMeasurement.input.omit({ metricId: true, key: true }) },
  },
  '/api/v1/organisations': {
    get: { summary: 'Organisations the person signed in belongs to', status: '200' },
    post: { summary: 'Make an organisation and become its owner', status: '201', body: createOrganisation.input },
  },
  '/api/v1/organisations/{id}': { get: { summary: 'One organisation, for its members', status: '200' } },
  '/api/v1/organisations/{id}/invitations': {
    post: { summary: 'Invite somebody by mail', status: '202', body: sendInvitation.input.omit({ organisationId: true }) },
  },
  '/api/v1/programmes': { get: { summary: 'Every programme one has to do with, as laureate, mentor or manager, with what comes next', status: '200' } },
  '/api/v1/programmes/{id}': { get: { summary: 'A laureate’s programme: milestones, check-ins, mentors, sessions, metrics with their measurements, commitments, documents', status: '200' } },
  '/api/v1/programmes/{id}/report.pdf': { get: { summary: 'A laureate on one page, for its people, its mentors and its managers; `?locale=en` for English', status: '200' } },
  '/api/v1/results/{call}/{sequence}/release.pdf': { get: { summary: 'One release of a call’s results on a page; `?locale=en` for English', status: '200', open: true } },
  '/api/v1/rounds/{id}/assignments.pdf': { get: { summary: 'All the applications one was given in a round, with the grid, to read on paper; `?locale=en` for English', status: '200' } },
  '/api/v1/rounds/{id}/assignments/propose': {
    post: { summary: 'For managers: ask who should score what, with weights and a seed; the answer is kept as a proposal, with its proof or what would help, and nothing is given yet', status: '201', body: proposeAssignments.input.omit({ roundId: true }) },
  },
  '/api/v1/rounds/{id}/coverage': { get: { summary: 'For managers: how many evaluations each application of a round should have, was given and has', status: '200' } },
  '/api/v1/rounds/{id}/evaluations.csv': { get: { summary: 'For managers: the evaluations of a round that count, with their marks, as CSV; `?language=en` for English', status: '200' } },
  '/api/v1/rounds/{id}/ranking': { get: { summary: 'For managers: a round ranked, with rank intervals, disagreement, reliability, severity and sensitivity; 409 `walled-off` when a link of interest hides one of its applications', status: '200' } },
  '/api/v1/rounds/{id}/ranking.csv': { get: { summary: 'The ranking whole as CSV in words; `?sort=spread`, `expected` or `probability` for another order', status: '200' } },
  '/api/v1/rounds/{id}/ranking.xlsx': { get: { summary: 'The same as a spreadsheet', status: '200' } },
  '/api/v1/rounds/{id}/rankings/{rankingId}': { get: { summary: 'The exact text of a frozen ranking: its SHA-256 is the ETag', status: '200' } },
  '/api/v1/sign-in': { post: { summary: 'Ask for a sign-in mail; the answer is the same whether the address is known or not', status: '202', body: requestSignIn.input, open: true } },
  '/api/v1/sign-in/code': { post: { summary: 'Sign in with the six digits of the mail', status: '200', body: redeemCode.input, open: true } },
  '/api/v1/sign-in/link': { post: { summary: 'Sign in with the link of the mail', status: '200', body: redeemLink.input, open: true } },
  '/api/v1/sign-in/provider': { get: { summary: 'Leave for the identity provider', status: '307', open: true } },
}
