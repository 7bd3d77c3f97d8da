import { personas, type Persona } from '#tests/access/routes.ts'
import type { World } from '#tests/access/world.ts'

export type Statuses = Readonly<Record<Persona, number>>

export const everybody = (status: number): Statuses => Object.fromEntries(personas.map((persona) => [persona, status])) as Record<Persona, number>
/** Visitors are led to sign in. */
const signedIn: Statuses = { ...everybody(200), visitor: 307 }
/** To the others the page does not exist: hidden is not found, never forbidden. */
const only = (...allowed: Persona[]): Statuses => ({ ...everybody(404), visitor: 307, ...Object.fromEntries(allowed.map((persona) => [persona, 200])) })

const managers = only('manager', 'manager-2')
/** A laureate's own people, its mentor, the managers. */
const followers = only('laureate', 'mentor', 'manager', 'manager-2')

type Page = { path: (world: World) => string; status: Statuses }

/** Every page outside of app/[locale]/(public): its address without language, and what each persona gets. */
export const privatePages: Readonly<Record<string, Page>> = {
  '/[locale]/[...rest]': { path: () => '/none/such', status: everybody(404) },
  '/[locale]/account': { path: () => '/account', status: signedIn },
  '/[locale]/account/delete': { path: () => '/account/delete', status: signedIn },
  '/[locale]/admin': { path: () => '/admin', status: only('admin') },
  '/[locale]/admin/audit': { path: () => '/admin/audit', status: only('admin') },
  '/[locale]/admin/organisations': { path: () => '/admin/organisations', status: only('admin') },
  '/[locale]/admin/people': { path: () => '/admin/people?q=canary', status: only('admin') },
  '/[locale]/admin/webhooks': { path: () => '/admin/webhooks', status: only('admin') },
  '/[locale]/admin/webhooks/[id]': { path: ({ webhook }) => `/admin/webhooks/${webhook.id}`, status: only('admin') },
  '/[locale]/applications': { path: () => '/applications', status: signedIn },
  '/[locale]/applications/[id]': { path: ({ application }) => `/applications/${application.id}`, status: only('laureate') },
  '/[locale]/applications/[id]/decision': { path: ({ decided }) => `/applications/${decided.applicationId}/decision`, status: only('laureate') },
  '/[locale]/applications/[id]/edit': { path: ({ draft }) => `/applications/${draft.id}/edit`, status: only('founder') },
  '/[locale]/applications/[id]/messages': { path: ({ application }) => `/applications/${application.id}/messages`, status: only('laureate') },
  '/[locale]/applications/[id]/receipt': { path: ({ application }) => `/applications/${application.id}/receipt`, status: only('laureate') },
  '/[locale]/applications/[id]/review': { path: ({ draft }) => `/applications/${draft.id}/review`, status: only('founder') },
  '/[locale]/applications/start/[call]/from/[source]': { path: ({ laterCall, draft }) => `/applications/start/${laterCall.slug}/from/${draft.id}`, status: only('founder') },
  // Who has a draft already is led to it.
  '/[locale]/applications/start/[call]': { path: ({ openCall }) => `/applications/start/${openCall.slug}`, status: { ...signedIn, founder: 307, laureate: 307 } },
  '/[locale]/invitations/[token]': { path: ({ invitation }) => `/invitations/${invitation.token}`, status: everybody(200) },
  '/[locale]/mailbox': { path: () => '/mailbox', status: everybody(200) },
  '/[locale]/mailbox/[id]': { path: ({ people }) => `/mailbox/${people.founder.mailId}`, status: everybody(200) },
  '/[locale]/manage/applications/[id]': { path: ({ application }) => `/manage/applications/${application.id}`, status: managers },
  '/[locale]/manage/calls/[slug]/decisions': { path: ({ round }) => `/manage/calls/${round.call.slug}/decisions`, status: managers },
  '/[locale]/manage/calls/[slug]/deadline': { path: ({ openCall }) => `/manage/calls/${openCall.slug}/deadline?q=canary`, status: managers },
  '/[locale]/manage': { path: () => '/manage', status: managers },
  '/[locale]/manage/calls/[slug]': { path: ({ preparing }) => `/manage/calls/${preparing.slug}`, status: managers },
  ...Object.fromEntries(['calendar', 'challenges', 'eligibility', 'form', 'freeze', 'partners', 'presentation', 'preview', 'publish', 'rubric'].map((part) => [
    `/[locale]/manage/calls/[slug]/${part}`, { path: ({ preparing }: World) => `/manage/calls/${preparing.slug}/${part}`, status: managers },
  ])),
  '/[locale]/manage/calls/[slug]/programme': { path: ({ programme }) => `/manage/calls/${programme.call.slug}/programme`, status: managers },
  '/[locale]/manage/board': { path: ({ programme }) => `/manage/board?call=${programme.call.slug}`, status: managers },
  '/[locale]/manage/board/reminders': { path: ({ programme }) => `/manage/board/reminders?call=${programme.call.slug}`, status: managers },
  '/[locale]/manage/calls/[slug]/board': { path: ({ programme }) => `/manage/calls/${programme.call.slug}/board`, status: managers },
  '/[locale]/manage/calls/[slug]/commitments': { path: ({ programme }) => `/manage/calls/${programme.call.slug}/commitments`, status: managers },
  '/[locale]/manage/programmes/[id]': { path: ({ programme }) => `/manage/programmes/${programme.id}`, status: managers },
  '/[locale]/commitments': { path: () => '/commitments', status: signedIn },
  '/[locale]/manage/calls/new': { path: () => '/manage/calls/new', status: managers },
  '/[locale]/manage/calls/[slug]/applications': { path: ({ openCall }) => `/manage/calls/${openCall.slug}/applications`, status: managers },
  '/[locale]/manage/calls/[slug]/results': { path: ({ programme }) => `/manage/calls/${programme.call.slug}/results`, status: only('manager', 'manager-2') },
  '/[locale]/manage/calls/[slug]/rounds': { path: ({ round }) => `/manage/calls/${round.call.slug}/rounds`, status: managers },
  '/[locale]/manage/calls/[slug]/rounds/new': { path: ({ round }) => `/manage/calls/${round.call.slug}/rounds/new`, status: managers },
  '/[locale]/manage/rounds/[id]': { path: ({ round }) => `/manage/rounds/${round.id}`, status: managers },
  '/[locale]/manage/rounds/[id]/assignments': { path: ({ round }) => `/manage/rounds/${round.id}/assignments`, status: managers },
  '/[locale]/manage/rounds/[id]/applications': { path: ({ round }) => `/manage/rounds/${round.id}/applications`, status: managers },
  '/[locale]/manage/rounds/[id]/conflicts': { path: ({ round }) => `/manage/rounds/${round.id}/conflicts`, status: managers },
  '/[locale]/manage/rounds/[id]/jury': { path: ({ jury }) => `/manage/rounds/${jury.roundId}/jury`, status: managers },
  '/[locale]/manage/rounds/[id]/jury/projector': { path: ({ jury }) => `/manage/rounds/${jury.roundId}/jury/projector`, status: managers },
  '/[locale]/scoring/rounds/[id]/applications/[applicationId]': { path: ({ jury }) => `/scoring/rounds/${jury.roundId}/applications/${jury.applicationId}`, status: only('scorer', 'scorer-2') },
  '/[locale]/scoring/rounds/[id]/jury': { path: ({ jury }) => `/scoring/rounds/${jury.roundId}/jury`, status: only('scorer', 'scorer-2', 'manager', 'manager-2') },
  '/[locale]/manage/rounds/[id]/ranking': { path: ({ round }) => `/manage/rounds/${round.id}/ranking?criteria=yes&replay=${round.rankingId}`, status: managers },
  '/[locale]/manage/rounds/[id]/scorers': { path: ({ round }) => `/manage/rounds/${round.id}/scorers?edit=${round.scorers.scorer}`, status: managers },
  '/[locale]/manage/rounds/[id]/settings': { path: ({ rounds }) => `/manage/rounds/${rounds.preparing.id}/settings`, status: managers },
  '/[locale]/scoring/rounds/[id]/conflicts': { path: ({ round }) => `/scoring/rounds/${round.id}/conflicts`, status: only('scorer', 'scorer-2', 'conflicted') },
  '/[locale]/notices': { path: () => '/notices', status: signedIn },
  '/[locale]/organisations': { path: () => '/organisations', status: signedIn },
  '/[locale]/organisations/[id]': { path: ({ organisations }) => `/organisations/${organisations.hospital}`, status: only('scorer', 'mentor', 'admin') },
  '/[locale]/organisations/new': { path: () => '/organisations/new', status: signedIn },
  '/[locale]/programmes/[id]/metrics': { path: ({ programme }) => `/programmes/${programme.id}/metrics`, status: only('laureate', 'mentor', 'manager', 'manager-2') },
  '/[locale]/manage/calls/[slug]/measurements': { path: ({ programme }) => `/manage/calls/${programme.call.slug}/measurements`, status: managers },
  '/[locale]/programmes/[id]/metrics/import': { path: ({ programme }) => `/programmes/${programme.id}/metrics/import`, status: only('laureate', 'manager', 'manager-2') },
  '/[locale]/programmes/[id]/metrics/new': { path: ({ programme }) => `/programmes/${programme.id}/metrics/new`, status: only('laureate', 'manager', 'manager-2') },
  '/[locale]/programmes/[id]/metrics/[metricId]': { path: ({ programme }) => `/programmes/${programme.id}/metrics/${programme.metricId}`, status: only('laureate', 'mentor', 'manager', 'manager-2') },
  '/[locale]/programmes/[id]/metrics/[metricId]/edit': { path: ({ programme }) => `/programmes/${programme.id}/metrics/${programme.proposedMetricId}/edit`, status: only('laureate', 'manager', 'manager-2') },
  '/[locale]/mentoring': { path: () => '/mentoring', status: signedIn },
  '/[locale]/mentoring/programmes/[id]': { path: ({ programme }) => `/mentoring/programmes/${programme.id}`, status: only('mentor') },
  // Whoever has one is led to it.
  '/[locale]/programmes': { path: () => '/programmes', status: { ...signedIn, laureate: 307 } },
  '/[locale]/programmes/[id]': { path: ({ programme }) => `/programmes/${programme.id}`, status: followers },
  '/[locale]/programmes/[id]/check-ins/[checkInId]': { path: ({ programme }) => `/programmes/${programme.id}/check-ins/${programme.checkIns[0]}`, status: followers },
  '/[locale]/programmes/[id]/documents': { path: ({ programme }) => `/programmes/${programme.id}/documents`, status: followers },
  '/[locale]/programmes/[id]/milestones': { path: ({ programme }) => `/programmes/${programme.id}/milestones`, status: followers },
  '/[locale]/programmes/[id]/sessions': { path: ({ programme }) => `/programmes/${programme.id}/sessions`, status: followers },
  '/[locale]/scoring': { path: () => '/scoring', status: signedIn },
  '/[locale]/scoring/evaluations/[id]': { path: ({ round }) => `/scoring/evaluations/${round.startedId}`, status: only('scorer') },
  '/[locale]/sign-in': { path: () => '/sign-in', status: everybody(200) },
  '/[locale]/sign-in/code': { path: () => '/sign-in/code', status: everybody(200) },
  '/[locale]/sign-in/first-administrator/[token]': { path: () => '/sign-in/first-administrator/none', status: everybody(200) },
  '/[locale]/sign-in/link/[token]': { path: ({ signIn }) => `/sign-in/link/${signIn.token}`, status: everybody(200) },
}

/**
 * Pages of the demonstration's open mailbox, where anybody reads every mail by design: they go to invented people, and
 * nobody could sign in by link otherwise. Closed, it does not exist (tests/db/canary.test.ts).
 */
export const mailboxPages: ReadonlySet<string> = new Set(['/[locale]/mailbox', '/[locale]/mailbox/[id]'])
