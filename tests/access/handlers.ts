import { everybody, type Statuses } from '#tests/access/pages.ts'
import type { Persona } from '#tests/access/routes.ts'
import type { World } from '#tests/access/world.ts'

type Handler = { path?: (world: World) => string; body?: (world: World) => unknown; bytes?: Uint8Array; headers?: (world: World) => Record<string, string>; status: Statuses; mayLackOrigin?: true }

const anyone: Handler = { status: everybody(200) }
const nowhere: Handler = { status: everybody(404) }
const named = (slug: string, room: string): Handler => ({ path: () => `/api/v1/${room}/${slug}`, status: everybody(200) })
const signedIn = (status = 200): Statuses => ({ ...everybody(status), visitor: 401 })
const only = (status: number, ...allowed: Persona[]): Statuses => ({ ...everybody(404), ...Object.fromEntries(allowed.map((persona) => [persona, status])) })

const theInvitation = ({ invitation }: World) => `/api/v1/invitations/${invitation.id}`
const theHospital = ({ organisations }: World) => `/api/v1/organisations/${organisations.hospital}`
const theTable = (end: string) => ({ openCall }: World) => `/api/v1/calls/${openCall.slug}/applications${end}`
const theDraft = ({ draft }: World) => `/api/v1/drafts/${draft.id}`
const theEvaluation = ({ round }: World) => `/api/v1/evaluations/${round.startedId}`
const theApplication = ({ application }: World) => `/api/v1/applications/${application.id}`
const theRanked = (end: string) => ({ round }: World) => `/api/v1/rounds/${round.id}/${end}`
/** A picture of one pixel. */
const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const house = () => ({ name: 'A house', kind: 'start-up', siren: '732829320', domains: 'house.example' })

/** Every method of every route handler, and what each persona gets. Paths with nothing to fill in are the route's own. */
export const handlers: Readonly<Record<string, Handler>> = {
  'GET /.well-known/security.txt': anyone,
  'GET /api/[...unknown]': { ...nowhere, path: () => '/api/none/such' },
  'POST /api/[...unknown]': { ...nowhere, path: () => '/api/none/such' },
  'PUT /api/[...unknown]': { ...nowhere, path: () => '/api/none/such' },
  'PATCH /api/[...unknown]': { ...nowhere, path: () => '/api/none/such' },
  'DELETE /api/[...unknown]': { ...nowhere, path: () => '/api/none/such' },
  'GET /api/auth/[...nextauth]': { ...nowhere, path: () => '/api/auth/session' },
  'GET /api/openapi.json': anyone,
  'GET /api/v1/account': { status: signedIn() },
  'PATCH /api/v1/account': { body: () => ({ name: 'A new name', locale: 'en' }), status: signedIn(204) },
  'GET /api/v1/account/export': { status: signedIn() },
  'DELETE /api/v1/account/session': { status: everybody(204) },
  'GET /api/v1/applications': { status: signedIn() },
  'GET /api/v1/applications/[id]': { path: theApplication, status: { ...only(200, 'laureate', 'manager', 'manager-2'), visitor: 401 } },
  'DELETE /api/v1/applications/[id]': { path: theApplication, status: only(204, 'laureate') },
  'GET /api/v1/applications/[id]/export': { path: (world) => `${theApplication(world)}/export`, status: { ...only(200, 'laureate'), visitor: 401 } },
  'GET /api/v1/applications/[id]/messages': { path: (world) => `${theApplication(world)}/messages`, status: { ...only(200, 'laureate', 'manager', 'manager-2'), visitor: 401 } },
  'POST /api/v1/applications/[id]/messages': {
    path: (world) => `${theApplication(world)}/messages`,
    headers: () => ({ 'idempotency-key': crypto.randomUUID() }),
    body: () => ({ text: 'A word' }),
    status: only(201, 'laureate', 'manager', 'manager-2'),
  },
  'GET /api/v1/applications/[id]/receipts/[sequence]': { path: (world) => `${theApplication(world)}/receipts/1`, status: { ...only(200, 'laureate'), visitor: 401 } },
  'GET /api/v1/assignments': { status: signedIn() },
  'GET /api/v1/calls': anyone,
  'GET /api/v1/calls/[slug]': named('impact-1', 'calls'),
  'GET /api/v1/calls/[slug]/applications': { path: theTable(''), status: { ...only(200, 'manager', 'manager-2'), visitor: 401 } },
  'GET /api/v1/calls/[slug]/applications.csv': { path: theTable('.csv'), status: { ...only(200, 'manager', 'manager-2'), visitor: 401 } },
  'GET /api/v1/calls/[slug]/applications.xlsx': { path: theTable('.xlsx'), status: { ...only(200, 'manager', 'manager-2'), visitor: 401 } },
  'GET /api/v1/calls/[slug]/calendar.ics': { path: ({ openCall }) => `/api/v1/calls/${openCall.slug}/calendar.ics`, status: everybody(200) },
  'GET /api/v1/calls/[slug]/form.pdf': { path: ({ openCall }) => `/api/v1/calls/${openCall.slug}/form.pdf`, status: everybody(200) },
  'POST /api/v1/calls/[slug]/drafts': {
    path: ({ openCall }) => `/api/v1/calls/${openCall.slug}/drafts`,
    headers: () => ({ 'idempotency-key': crypto.randomUUID() }),
    body: ({ organisations }) => ({ organisationId: organisations['start-up'], fields: { pitch: 'One' } }),
    status: only(200, 'founder'),
  },
  'GET /api/v1/deliberations/[id]': { path: ({ jury }) => `/api/v1/deliberations/${jury.deliberationId}`, status: { ...only(200, 'scorer', 'scorer-2', 'manager', 'manager-2'), visitor: 401 } },
  'GET /api/v1/deliberations/[id]/minutes.pdf': { path: ({ jury }) => `/api/v1/deliberations/${jury.deliberationId}/minutes.pdf`, status: { ...only(200, 'manager', 'manager-2'), visitor: 401 } },
  // A stream has no end to wait for: who may follow it is who may read the meeting. Asked here for one that is not there.
  'GET /api/v1/deliberations/[id]/stream': { path: () => `/api/v1/deliberations/${crypto.randomUUID()}/stream`, status: { ...everybody(404), visitor: 401 } },
  'GET /api/v1/drafts/[id]': { path: theDraft, status: { ...only(200, 'founder'), visitor: 401 } },
  'PUT /api/v1/drafts/[id]': {
    path: theDraft,
    headers: ({ draft }) => ({ 'idempotency-key': crypto.randomUUID(), 'if-match': `"${draft.version}"` }),
    body: () => ({ fields: { pitch: 'Another' } }),
    status: { ...only(200, 'founder'), visitor: 401 },
  },
  'POST /api/v1/drafts/[id]/files': {
    path: (world) => `${theDraft(world)}/files?name=capture.png`,
    headers: () => ({ 'idempotency-key': crypto.randomUUID() }),
    bytes: onePixel,
    status: { ...only(201, 'founder'), visitor: 401 },
  },
  'POST /api/v1/drafts/[id]/submit': {
    path: (world) => `${theDraft(world)}/submit`,
    headers: ({ draft }) => ({ 'idempotency-key': crypto.randomUUID(), 'if-match': `"${draft.version}"` }),
    body: () => ({}),
    status: only(201, 'founder'),
  },
  'GET /api/v1/evaluations/[id]': { path: theEvaluation, status: { ...only(200, 'scorer'), visitor: 401 } },
  'PUT /api/v1/evaluations/[id]': {
    path: theEvaluation,
    headers: () => ({ 'idempotency-key': crypto.randomUUID(), 'if-match': '"1"' }),
    body: () => ({ fields: { commentToJury: 'Another' } }),
    status: { ...only(200, 'scorer'), visitor: 401 },
  },
  'POST /api/v1/evaluations/[id]/submit': {
    path: (world) => `${theEvaluation(world)}/submit`,
    headers: () => ({ 'idempotency-key': crypto.randomUUID(), 'if-match': '"1"' }),
    body: () => ({}),
    status: only(201, 'scorer'),
  },
  'GET /api/v1/files/[id]': { path: ({ application }) => `/api/v1/files/${application.fileId}`, status: only(200, 'laureate', 'manager', 'manager-2') },
  'DELETE /api/v1/files/[id]': { path: ({ draft }) => `/api/v1/files/${draft.fileId}`, status: only(200, 'founder') },
  'GET /api/v1/companies/[siren]': { path: () => '/api/v1/companies/732829320', status: signedIn() },
  'POST /api/v1/conflicts': { body: ({ round }) => ({ applicationId: round.applicationId, reason: 'employment' }), status: only(204, 'scorer', 'scorer-2', 'manager', 'manager-2') },
  'GET /api/v1/demo/session': nowhere,
  'POST /api/v1/demo/session': { body: () => ({ persona: 'founder' }), status: everybody(200), mayLackOrigin: true },
  'PUT /api/v1/demo/session': { ...nowhere, mayLackOrigin: true },
  'PATCH /api/v1/demo/session': { ...nowhere, mayLackOrigin: true },
  'DELETE /api/v1/demo/session': { ...nowhere, mayLackOrigin: true },
  'GET /api/v1/estimates': anyone,
  'GET /api/v1/initiatives': anyone,
  'GET /api/v1/initiatives/[slug]': named('impact', 'initiatives'),
  'PUT /api/v1/invitations/[id]': { path: theInvitation, status: only(200, 'laureate') },
  'DELETE /api/v1/invitations/[id]': { path: theInvitation, status: only(204, 'laureate') },
  'GET /api/v1/laureates': anyone,
  'GET /api/v1/laureates/[slug]': named('fedmind', 'laureates'),
  'GET /api/v1/metrics': anyone,
  'POST /api/v1/metrics/[id]/measurements': {
    path: ({ programme }) => `/api/v1/metrics/${programme.metricId}/measurements`,
    headers: () => ({ 'idempotency-key': crypto.randomUUID() }),
    body: () => ({ periodStart: '2026-01-01', periodEnd: '2026-01-31', value: 50, n: 40 }),
    status: only(201, 'laureate'),
  },
  'GET /api/v1/organisations': { status: signedIn() },
  'POST /api/v1/organisations': { body: house, status: signedIn(201) },
  'GET /api/v1/organisations/[id]': { path: theHospital, status: { ...only(200, 'scorer', 'mentor', 'admin'), visitor: 401 } },
  'POST /api/v1/organisations/[id]/invitations': {
    path: (world) => `${theHospital(world)}/invitations`,
    body: () => ({ email: 'new@house.example', role: 'member', locale: 'fr' }),
    status: only(202, 'scorer', 'admin'),
  },
  'GET /api/v1/check-ins/[id]': { path: ({ programme }) => `/api/v1/check-ins/${programme.checkIns[0]}`, status: only(200, 'laureate', 'mentor', 'manager', 'manager-2') },
  'PUT /api/v1/check-ins/[id]': {
    path: ({ programme }) => `/api/v1/check-ins/${programme.checkIns[4]}`,
    headers: () => ({ 'if-match': '"1"', 'idempotency-key': crypto.randomUUID() }),
    body: () => ({ fields: { blockers: 'Another' } }),
    status: { ...only(200, 'laureate'), visitor: 401 },
  },
  'POST /api/v1/check-ins/[id]/submit': { path: ({ programme }) => `/api/v1/check-ins/${programme.checkIns[4]}/submit`, headers: () => ({ 'if-match': '"1"' }), status: only(201, 'laureate') },
  'POST /api/v1/programmes/[id]/files': {
    path: ({ programme }) => `/api/v1/programmes/${programme.id}/files?name=image.png`,
    bytes: onePixel, headers: () => ({ 'idempotency-key': crypto.randomUUID() }), status: { ...only(201, 'laureate'), visitor: 401 },
  },
  'GET /api/v1/board.pdf': { path: ({ programme }) => `/api/v1/board.pdf?call=${programme.call.slug}`, status: { ...only(200, 'manager', 'manager-2'), visitor: 401 } },
  'GET /api/v1/board.csv': { path: ({ programme }) => `/api/v1/board.csv?call=${programme.call.slug}`, status: { ...only(200, 'manager', 'manager-2'), visitor: 401 } },
  'GET /api/v1/board.xlsx': { path: ({ programme }) => `/api/v1/board.xlsx?call=${programme.call.slug}`, status: { ...only(200, 'manager', 'manager-2'), visitor: 401 } },
  'GET /api/v1/mentoring-sessions/[id]/invitation.ics': { path: ({ programme }) => `/api/v1/mentoring-sessions/${programme.sessionId}/invitation.ics`, status: { ...only(200), visitor: 401 } },
  'GET /api/v1/programmes': { status: signedIn() },
  'GET /api/v1/programmes/[id]': { path: ({ programme }) => `/api/v1/programmes/${programme.id}`, status: { ...only(200, 'laureate', 'mentor', 'manager', 'manager-2'), visitor: 401 } },
  'GET /api/v1/programmes/[id]/report.pdf': { path: ({ programme }) => `/api/v1/programmes/${programme.id}/report.pdf`, status: only(200, 'laureate', 'mentor', 'manager', 'manager-2') },
  'GET /api/v1/rounds/[id]/assignments.pdf': { path: ({ round }) => `/api/v1/rounds/${round.id}/assignments.pdf`, status: { ...only(200, 'scorer', 'scorer-2'), visitor: 401 } },
  'POST /api/v1/rounds/[id]/assignments/propose': { path: ({ round }) => `/api/v1/rounds/${round.id}/assignments/propose`, body: () => ({ seed: 3 }), status: { ...only(201, 'manager', 'manager-2'), visitor: 401 } },
  'GET /api/v1/rounds/[id]/coverage': { path: theRanked('coverage'), status: { ...only(200, 'manager', 'manager-2'), visitor: 401 } },
  'GET /api/v1/rounds/[id]/evaluations.csv': { path: theRanked('evaluations.csv'), status: { ...only(200, 'manager', 'manager-2'), visitor: 401 } },
  'GET /api/v1/rounds/[id]/ranking': { path: theRanked('ranking'), status: { ...only(200, 'manager', 'manager-2'), visitor: 401 } },
  'GET /api/v1/rounds/[id]/ranking.csv': { path: theRanked('ranking.csv'), status: { ...only(200, 'manager', 'manager-2'), visitor: 401 } },
  'GET /api/v1/rounds/[id]/ranking.xlsx': { path: theRanked('ranking.xlsx'), status: { ...only(200, 'manager', 'manager-2'), visitor: 401 } },
  'GET /api/v1/rounds/[id]/rankings/[rankingId]': { path: (world) => theRanked(`rankings/${world.round.rankingId}`)(world), status: { ...only(200, 'manager', 'manager-2'), visitor: 401 } },
  'GET /api/v1/ruptures': anyone,
  'GET /api/v1/ruptures/[slug]': named('delai-premier-rendez-vous-cmp', 'ruptures'),
  'POST /api/v1/sign-in': { body: ({ people }) => ({ email: people.rival.email, locale: 'fr' }), status: everybody(202) },
  'POST /api/v1/sign-in/code': { body: ({ signIn: { email, code } }) => ({ email, code }), status: everybody(200) },
  'POST /api/v1/sign-in/link': { body: ({ signIn: { token } }) => ({ token }), status: everybody(200) },
  'GET /api/v1/sign-in/provider': nowhere,
  'GET /api/v1/sources': anyone,
  'GET /api/v1/sources/[slug]': named('seed', 'sources'),
  'GET /calls.ics': anyone,
  'GET /calls/[file]': { path: ({ openCall }) => `/calls/${openCall.slug}.ics`, status: everybody(200) },
  'GET /api/v1/results': anyone,
  // A release nobody made: what was released is for everybody, a proposal for nobody.
  'GET /api/v1/results/[call]/[sequence]/release.pdf': { ...nowhere, path: ({ programme }) => `/api/v1/results/${programme.call.slug}/1/release.pdf` },
  'GET /feed.atom': anyone,
  'GET /me/[file]': { ...nowhere, path: () => '/me/none.ics' },
  'GET /data/[file]': { path: () => '/data/ruptures.csv', status: everybody(200) },
  'GET /healthz': anyone,
  'GET /readyz': anyone,
  'GET /robots.txt': anyone,
  'GET /sitemap.xml': anyone,
}
