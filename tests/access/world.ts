import { createHash, randomBytes } from 'node:crypto'
import type { Sql, TransactionSql } from 'postgres'
import type { Persona } from '#tests/access/routes.ts'
import { dropBytes, keepBytes } from '#tests/access/world-bytes.ts'
import { addRounds, type WorldRounds } from '#tests/access/world-rounds.ts'
import { addJury, type WorldJury } from '#tests/access/world-jury.ts'
import { addPreparedCall } from '#tests/access/world-prepared.ts'
import { addDecision, type WorldDecision } from '#tests/access/world-decision.ts'
import { addWorldProgramme, type WorldProgramme } from '#tests/access/world-programme.ts'
import { addWorldWebhook, type WorldWebhook } from '#tests/access/world-webhook.ts'
import { type Around, addRound, type WorldRound } from '#tests/access/world-round.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import { hashOfCode } from '#lib/server/sign-in/secret.ts'

export type Somebody = Exclude<Persona, 'visitor'>
type Seat = { home: Home; role: 'owner' | 'member' }

/** Where each persona sits. The hospital has an owner, a member and a guest: most deeds of the matrix are about it. */
const seats: Readonly<Record<Somebody, Seat | null>> = {
  founder: { home: 'start-up', role: 'owner' },
  rival: { home: 'other start-up', role: 'owner' },
  scorer: { home: 'hospital', role: 'owner' },
  'scorer-2': { home: 'foundation', role: 'owner' },
  conflicted: { home: 'laboratory', role: 'owner' },
  manager: { home: 'operator', role: 'owner' },
  'manager-2': { home: 'operator', role: 'member' },
  laureate: { home: 'laureate start-up', role: 'owner' },
  mentor: { home: 'hospital', role: 'member' },
  admin: null,
}
const homes = {
  'start-up': 'start-up', 'other start-up': 'start-up', hospital: 'hospital', foundation: 'foundation', laboratory: 'laboratory',
  operator: 'operator', 'laureate start-up': 'start-up',
} as const
export type Home = keyof typeof homes
export const somebodies = Object.keys(seats) as Somebody[]

export type World = {
  people: Record<Somebody, { id: string; email: string; token: string; sessionId: string; seatId: string; provider: string; subject: string; mailId: string }>
  organisations: Record<Home, string>
  /** Somebody an administrator shut out, with a session from before. */
  disabled: { id: string; token: string }
  /** The hospital's, to the laureate. */
  invitation: { id: string; token: string }
  /** The founder's, open. */
  signIn: { email: string; token: string; code: string }
  call: { id: string; slug: string }
  /** Published, and open: the start-up is writing for it, the laureate's start-up has deposited. */
  openCall: { id: string; slug: string; challengeId: string; questionId: string; formVersionId: string }
  /** Being prepared by the managers, with everything it needs to be published: a yes-no question, one shown by it, and one of its own. */
  preparing: { id: string; slug: string; version: number; challengeId: string; questions: readonly [string, string, string] }
  /** Each with a file among its evidence. */
  draft: { id: string; version: number; fileId: string }
  application: { id: string; number: string; fileId: string }
  /** Of the open call: a tag on the application, put there by a batch, one on none, and a view the manager keeps. */
  screening: { tagId: string; looseTagId: string; batchId: string; viewId: string }
  /** What managers asked the laureate's start-up to correct, still open. */
  correction: { id: string }
  /** The founder's leave to go on after the open call's deadline. */
  permit: { id: string }
  /** Published and open like the other, without a draft: the year after. */
  laterCall: { id: string; slug: string }
  /** A closed call's committee at work. */
  round: WorldRound
  /** Rounds after it, before they are scored. */
  rounds: WorldRounds
  /** A call whose decisions are out. */
  decided: WorldDecision
  /** Its jury, meeting. */
  jury: WorldJury
  /** A laureate in its fifth month. */
  programme: WorldProgramme
  /** The conflicted persona's own, that nothing hangs on. */
  emptyHouse: { id: string }
  /** Another tool that is told nothing any more. */
  webhook: WorldWebhook
  /** Every text somebody owns, and who may read it. A text nobody owns is in none of them. */
  canaries: { text: string; seenBy: ReadonlySet<Persona> }[]
}

/** Whose business every organisation is, those of other worlds included. */
const overseers: ReadonlySet<Persona> = new Set(['manager', 'manager-2', 'admin'])

/** The canaries in a text that were not meant for whoever reads it; those of another world are for none but overseers. */
export function foreignCanaries({ canaries }: Pick<World, 'canaries'>, reader: Persona, text: string): string[] {
  const found = new Set(text.match(/canary-[\w-]+?-[0-9a-f]{10}/g))
  if (found.size === 0) return []
  const known = canaries.map(({ text: canary, seenBy }) => ({ name: /canary-[\w-]+?-[0-9a-f]{10}/.exec(canary)?.[0] ?? '', seenBy }))
  return [...found].filter((name) => {
    const canary = known.find((each) => each.name === name)
    return canary ? !canary.seenBy.has(reader) : !overseers.has(reader)
  })
}

/** The cookie value whose hash the session row holds. */
const hash = (token: string) => createHash('sha256').update(token).digest()
const digits = () => randomBytes(5).toString('hex')

/**
 * Adds a small world beside whatever is there: ten people as in the demonstration, their organisations, an open
 * invitation, sessions, mails, and a call nobody has published. Each text in it is unique.
 */
export async function makeWorld(admin: Sql): Promise<World> {
  const canaries: World['canaries'] = []
  const plant = (what: string, seenBy: Iterable<Persona>, shape = (text: string) => text) => {
    const text = shape(`canary-${what.replaceAll(' ', '-')}-${digits()}`)
    canaries.push({ text, seenBy: new Set(seenBy) })
    return text
  }
  return admin.begin(async (sql) => {
    await sql`set constraints all deferred`
    const organisations = await addOrganisations(sql, plant)
    const people = await addPeople(sql, organisations, plant)
    const openCall = await addOpenCall(sql)
    const draft = await addDraft(sql, organisations, people, openCall, plant)
    const application = await addApplication(sql, organisations, people, openCall, plant)
    const round = await addRound(sql, around(sql, organisations, people, plant), plant)
    const decided = await addDecision(sql, around(sql, organisations, people, plant), plant)
    const rounds = await addRounds(sql, { people, organisations, round }, plant)
    return {
      people, organisations, canaries, openCall,
      draft, application,
      screening: await addScreening(sql, people, openCall, application, plant),
      ...(await addCorrespondence(sql, application.id, openCall.id, organisations, people, plant)),
      laterCall: await addLaterCall(sql),
      round,
      rounds,
      decided,
      jury: await addJury(sql, { people, organisations, decided }, plant),
      emptyHouse: await addEmptyHouse(sql, people.conflicted.id, plant),
      webhook: await addWorldWebhook(sql, people.admin.id, plant),
      programme: await addWorldProgramme(sql, around(sql, organisations, people, plant), rounds.partner.id, plant),
      disabled: await addDisabled(sql, plant),
      invitation: await addInvitations(sql, organisations, people, plant),
      signIn: await addSignIn(sql, people.founder.email, plant),
      call: await addUnpublishedCall(sql, organisations['laureate start-up'], plant),
      preparing: await addPreparedCall(sql, organisations.laboratory, people.manager.id, plant),
    }
  })
}

/** Takes a world away again, but for what it left in the journal, so that lists stay short for whoever is at work beside it. */
export async function removeWorld(admin: Sql, { people, organisations, disabled, call, openCall, laterCall, round, rounds, decided, programme }: World): Promise<void> {
  const persons = [...Object.values(people).map(({ id }) => id), disabled.id, rounds.partner.id]
  // Before they are gone, nobody writes to them any more: whoever deposits in another world writes to all managers.
  await admin`update person set disabled_at = now() where id = any (${persons})`
  await admin.begin(async (sql) => {
    await sql`set constraints all deferred`
    const open = [openCall.id, laterCall.id, round.call.id, decided.call.id, programme.call.id]
    for (const { key } of await sql<{ key: string }[]>`select storage_key as key from file where draft_id in (select id from application_draft where call_id = any (${open}))`) dropBytes(key)
    await sql`delete from decision where call_id = any (${open})`
    await sql`delete from decision_release where call_id = any (${open})`
    await sql`delete from round where call_id = any (${open})`
    await sql`delete from receipt where application_id in (select id from application where call_id = any (${open}))`
    await sql`delete from application where call_id = any (${open})`
    await sql`delete from application_draft where call_id = any (${open})`
    await sql`delete from laureate where call_id = ${call.id}`
    await sql`delete from call where id = any (${[call.id, ...open]}) or created_by = any (${persons})`
    await sql`delete from organisation where id = any (${Object.values(organisations)}) or created_by = any (${persons})`
    await sql`delete from mail where person_id = any (${persons}) or id = any (${Object.values(people).map(({ mailId }) => mailId)})`
    await sql`delete from webhook where created_by = any (${persons})`
    await sql`delete from person where id = any (${persons})`
  })
}

type Plant = (what: string, seenBy: Iterable<Persona>, shape?: (text: string) => string) => string

const membersOf = (home: Home) => somebodies.filter((persona) => seats[persona]?.home === home)
const address = (text: string) => `${text}@world.example`

async function addOrganisations(sql: TransactionSql, plant: Plant) {
  const rows = (Object.keys(homes) as Home[]).map((home) => {
    const seenBy: Persona[] = [...membersOf(home), 'manager', 'manager-2', 'admin']
    const named: Persona[] = home === 'hospital' ? [...seenBy, 'laureate'] : seenBy
    // Whoever deposited is told which organisation opened their file.
    const known: Persona[] = home === 'operator' ? [...named, 'laureate'] : named
    return { home, id: crypto.randomUUID(), slug: plant(`${home} slug`, named), name: plant(`${home} name`, known), kind: homes[home], domain: plant(`${home} domain`, seenBy, (text) => `${text}.example`) }
  })
  await sql`insert into organisation ${sql(rows, 'id', 'slug', 'name', 'kind')}`
  await sql`insert into organisation_domain ${sql(rows.map(({ id, domain }) => ({ organisation_id: id, domain })))}`
  return Object.fromEntries(rows.map(({ home, id }) => [home, id])) as Record<Home, string>
}

async function addPeople(sql: TransactionSql, organisations: Record<Home, string>, plant: Plant): Promise<World['people']> {
  // As a session just opened: one that is older is prolonged at the next request.
  const later = new Date(Date.now() + 14 * 86_400_000)
  const rows = somebodies.map((persona) => {
    const seat = seats[persona]
    // The hospital is a partner of a call: managers choose mentors among its people.
    const known: Persona[] = [persona, 'admin', ...(seat ? membersOf(seat.home) : [])]
    return {
      persona, seat,
      person: { id: crypto.randomUUID(), email: plant(`${persona} email`, persona === 'laureate' ? [...known, 'scorer'] : known, address), name: plant(`${persona} name`, persona === 'scorer' ? [...known, 'manager', 'manager-2'] : known), administrator: persona === 'admin' },
      seatId: crypto.randomUUID(),
      token: `world-session-${randomBytes(16).toString('hex')}`,
      session: { id: crypto.randomUUID(), user_agent: plant(`${persona} browser`, [persona]) },
      identity: { provider: plant(`${persona} provider`, [persona]), subject: plant(`${persona} subject`, [persona]) },
      audit: { deed: 'world.made', subject: plant(`${persona} audit subject`, [persona, 'admin']), detail: { note: plant(`${persona} audit detail`, [persona, 'admin']) } },
      // The outbox belongs to nobody: only an open mailbox shows it. Old, so as not to crowd new ones out of its list.
      mail: { id: `00000000-0000-7000-8000-${randomBytes(6).toString('hex')}`, kind: 'world', locale: 'fr', subject: plant(`${persona} mail subject`, []), text: plant(`${persona} mail text`, []), sent_at: new Date() },
    }
  })
  await sql`insert into person ${sql(rows.map(({ person }) => person))}`
  await sql`insert into membership ${sql(rows.flatMap(({ person, seat, seatId }) => (seat ? [{ id: seatId, organisation_id: organisations[seat.home], person_id: person.id, role: seat.role }] : [])))}`
  await sql`insert into session ${sql(rows.map(({ person, token, session }) => ({ ...session, person_id: person.id, token_hash: hash(token), expires_at: later })))}`
  await sql`insert into identity ${sql(rows.map(({ person, identity }) => ({ ...identity, person_id: person.id })))}`
  await sql`insert into audit_entry ${sql(rows.map(({ person, audit }) => ({ ...audit, detail: sql.json(audit.detail) as never, actor_id: person.id })))}`
  await sql`insert into mail ${sql(rows.map(({ person, mail }) => ({ ...mail, recipient: person.email, person_id: person.id })))}`
  return Object.fromEntries(rows.map(({ persona, person, token, session, seatId, identity, mail }) =>
    [persona, { id: person.id, email: person.email, token, sessionId: session.id, seatId, ...identity, mailId: mail.id }])) as World['people']
}

async function addDisabled(sql: TransactionSql, plant: Plant) {
  const id = crypto.randomUUID()
  const token = `world-session-${randomBytes(16).toString('hex')}`
  await sql`insert into person ${sql({ id, email: plant('disabled email', ['admin'], address), name: plant('disabled name', ['admin']), administrator: true, disabled_at: new Date() })}`
  await sql`insert into session ${sql({ person_id: id, token_hash: hash(token), user_agent: plant('disabled browser', []), expires_at: new Date(Date.now() + 86_400_000) })}`
  return { id, token }
}

async function addInvitations(sql: TransactionSql, organisations: Record<Home, string>, people: World['people'], plant: Plant) {
  const token = digits()
  const id = crypto.randomUUID()
  const offer = { organisation_id: organisations.hospital, role: 'member', invited_by: people.scorer.id, expires_at: new Date(Date.now() + 86_400_000) }
  await sql`insert into invitation ${sql([
    { ...offer, id, email: people.laureate.email, token_hash: hash(token) },
    { ...offer, id: crypto.randomUUID(), email: plant('invited email', ['scorer', 'admin'], address), token_hash: hash(digits()) },
  ])}`
  return { id, token }
}

async function addSignIn(sql: TransactionSql, email: string, plant: Plant) {
  const token = digits()
  const code = '135791'
  await sql`insert into sign_in_request ${sql({ email, token_hash: hash(token), code_hash: hashOfCode(email, code), expires_at: new Date(Date.now() + 600_000) })}`
  await sql`insert into sign_in_request ${sql({ email: plant('asking email', [], address), token_hash: hash(digits()), code_hash: hash(digits()), return_to: plant('return path', [], (text) => `/fr/${text}`), expires_at: new Date(Date.now() + 600_000) })}`
  return { email, token, code }
}

async function addUnpublishedCall(sql: TransactionSql, organisationId: string, plant: Plant) {
  const managers: Persona[] = ['manager', 'manager-2']
  const words = (what: string, seenBy: Persona[] = managers) => sql.json({ fr: plant(`${what} in French`, seenBy), en: plant(`${what} in English`, seenBy) }) as never
  const call = { id: crypto.randomUUID(), slug: plant('call slug', managers) }
  const laureate = crypto.randomUUID()
  const part = { call_id: call.id, position: 1, source_id: null }
  await sql`insert into call ${sql({ ...call, initiative_id: sql`(select id from initiative order by slug limit 1)` as never, title: words('call title'), target: words('call target'), facts: sql.json({ note: plant('call fact', managers) }) as never, source_ids: [] })}`
  await sql`insert into phase ${sql({ ...part, slug: plant('phase slug', managers), title: words('phase title'), note: words('phase note'), dates_are_planned: true })}`
  await sql`insert into challenge ${sql({ ...part, slug: plant('challenge slug', managers), title: words('challenge title'), description: words('challenge') })}`
  await sql`insert into call_partner ${sql({ ...part, organisation_id: organisationId, role: words('partner role'), note: words('partner note') })}`
  await sql`insert into laureate ${sql({ ...part, id: laureate, organisation_id: organisationId, slug: plant('laureate slug', []), solution: words('solution', []), ruptures_note: words('ruptures note', []), note: words('laureate note', []) })}`
  await sql`insert into laureate_rupture ${sql({ laureate_id: laureate, rupture_id: sql`(select id from rupture order by slug limit 1)` as never, position: 1, is_proposal: true, note: words('mended note', []) })}`
  return call
}

/** A call of this world that takes applications: its own words are everybody's. */
async function addOpenCall(sql: TransactionSql): Promise<World['openCall']> {
  const call = { id: crypto.randomUUID(), slug: `world-${digits()}` }
  const [challengeId, questionId, formVersionId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const words = (fr: string) => sql.json({ fr, en: fr }) as never
  await sql`insert into call ${sql({
    ...call, initiative_id: sql`(select id from initiative order by slug limit 1)` as never, title: words('Un appel ouvert'), source_ids: [], run_here: true,
    opens_at: new Date(Date.now() - 86_400_000), closes_at: new Date(Date.now() + 20 * 86_400_000), answer_on: '2030-01-15', published_at: new Date(), demonstration: true,
  })}`
  await sql`insert into challenge ${sql({ id: challengeId, call_id: call.id, slug: 'un-defi', position: 0, title: words('Un défi') })}`
  const asked = { id: questionId, kind: 'long-text', label: { fr: 'Une question', en: 'A question' }, help: null, required: true, audience: 'scorers', shownIf: null, options: [], unit: null, least: null, most: null, limit: 100 }
  await sql`insert into form_version ${sql({ id: formVersionId, call_id: call.id, version: 1, questions: sql.json([asked]) as never })}`
  return { ...call, challengeId, questionId, formVersionId }
}

async function addLaterCall(sql: TransactionSql) {
  const call = { id: crypto.randomUUID(), slug: `world-${digits()}` }
  await sql`insert into call ${sql({
    ...call, initiative_id: sql`(select id from initiative order by slug limit 1)` as never, title: sql.json({ fr: 'L’appel suivant', en: 'The next call' }) as never, source_ids: [], run_here: true,
    opens_at: new Date(Date.now() - 86_400_000), closes_at: new Date(Date.now() + 40 * 86_400_000), answer_on: '2030-01-15', published_at: new Date(), demonstration: true,
  })}`
  return call
}

/** What goes to and fro about the application, and a permit of the founder's. */
async function addCorrespondence(sql: TransactionSql, applicationId: string, callId: string, organisations: Record<Home, string>, people: World['people'], plant: Plant) {
  const both: Persona[] = ['laureate', 'manager', 'manager-2']
  const [correction, permit] = [{ id: crypto.randomUUID() }, { id: crypto.randomUUID() }]
  const later = new Date(Date.now() + 30 * 86_400_000)
  await sql`insert into correction ${sql({ ...correction, application_id: applicationId, fields: ['team'], request: plant('correction request', both), until: later, asked_by: people.manager.id })}`
  await sql`insert into message ${sql([
    { draft_id: applicationId, side: 'applicant', sender_id: people.laureate.id, sender_name: plant('applicant sender', both), text: plant('applicant message', both) },
    { draft_id: applicationId, side: 'manager', sender_id: people.manager.id, sender_name: plant('manager sender', both), text: plant('manager message', both) },
  ])}`
  await sql`insert into consultation ${sql({ application_id: applicationId, person_id: people.manager.id, part: 'files', day: '2026-01-01', organisation_name: sql`(select o.name from membership m join organisation o on o.id = m.organisation_id where m.person_id = ${people.manager.id})` as never })}`
  await sql`insert into late_permit ${sql({ ...permit, call_id: callId, organisation_id: organisations['start-up'], person_id: people.founder.id, email: plant('permit address', ['founder', 'manager', 'manager-2'], address), until: later, reason: plant('permit reason', ['founder', 'manager', 'manager-2']), granted_by: people.manager.id })}`
  return { correction, permit }
}

/** What parts of the world beyond this file are made of. */
function around(sql: TransactionSql, organisations: Record<Home, string>, people: World['people'], plant: Plant): Around {
  return {
    people, organisations,
    formOf: async (callId) => {
      const id = crypto.randomUUID()
      await sql`insert into form_version ${sql({ id, call_id: callId, version: 1, questions: sql.json([]) as never })}`
      return id
    },
    coreOf: async (whose, seenBy, linksSeenBy) => ({ ...(await coreOf(sql, whose, seenBy, '', plant, linksSeenBy)), challenge_id: sql`(select h.id from challenge h join call c on c.id = h.call_id where not c.run_here and c.published_at is not null order by h.id limit 1)` as never }),
  }
}

const claimOf = async (sql: TransactionSql, text: string) => {
  const [version] = await sql<{ id: string }[]>`select rupture_version_id as id from current_rupture order by 1 limit 1`
  return { ruptureVersionId: version?.id, mechanism: text, population: text, indicator: text, metric: null, unit: 'jours', baseline: 60, target: 30, evidenceLevel: 'observational' }
}

async function coreOf(sql: TransactionSql, whose: string, seenBy: Persona[], challengeId: string, plant: Plant, linksSeenBy = seenBy) {
  const text = (field: string) => plant(`${whose} ${field}`, seenBy)
  return {
    solution: text('solution'), pitch: text('pitch'), summary: text('summary'), challenge_id: challengeId, primary_claim: sql.json(await claimOf(sql, text('claim')) as never) as never,
    evidence: text('evidence'), maturity: 'pilot', regulatory_state: 'not-a-device', team: text('team'), needs: text('needs'), links: plant(`${whose} links`, linksSeenBy), consent: true,
  }
}

async function addDraft(sql: TransactionSql, organisations: Record<Home, string>, people: World['people'], { id: callId, challengeId, questionId }: World['openCall'], plant: Plant) {
  const id = crypto.randomUUID()
  const core = await coreOf(sql, 'draft', ['founder'], challengeId, plant)
  await sql`insert into application_draft ${sql({ id, call_id: callId, organisation_id: organisations['start-up'], created_by: people.founder.id, version: 1, ...core, answers: sql.json({ [questionId]: plant('draft answer', ['founder']) }) as never })}`
  await sql`insert into draft_revision ${sql({ draft_id: id, version: 1, fields: ['pitch'], saved_by: people.founder.id, idempotency_key: plant('draft key', ['founder']), sha256: 'none' })}`
  return { id, version: 1, fileId: await addFile(sql, 'draft', ['founder'], { id, uploadedBy: people.founder.id }, plant) }
}

/** A file given with the evidence, its bytes where the portal under test keeps them. */
async function addFile(sql: TransactionSql, whose: string, seenBy: Persona[], { id, uploadedBy }: { id: string; uploadedBy: string }, plant: Plant): Promise<string> {
  const file = { id: crypto.randomUUID(), draft_id: id, name: plant(`${whose} file`, seenBy, (text) => `${text}.pdf`), media_type: 'application/pdf', uploaded_by: uploadedBy }
  const bytes = Buffer.from(plant(`${whose} bytes`, seenBy))
  const digest = createHash('sha256').update(bytes).digest('hex')
  await sql`insert into file ${sql({ ...file, size: bytes.length, sha256: digest, received_sha256: digest, storage_key: keepBytes(bytes), idempotency_key: plant(`${whose} file key`, seenBy) })}`
  return file.id
}

async function addApplication(sql: TransactionSql, organisations: Record<Home, string>, people: World['people'], { id: callId, challengeId, questionId, formVersionId }: World['openCall'], plant: Plant) {
  const id = crypto.randomUUID()
  const number = `WORLD-${digits().toUpperCase()}`
  const seenBy: Persona[] = ['laureate', 'manager', 'manager-2']
  const organisation_id = organisations['laureate start-up']
  const core = await coreOf(sql, 'application', seenBy, challengeId, plant)
  const answers = sql.json({ [questionId]: plant('application answer', seenBy) }) as never
  await sql`insert into application_draft ${sql({ id, call_id: callId, organisation_id, created_by: people.laureate.id, version: 1, ...core, answers })}`
  await sql`insert into application ${sql({ id, call_id: callId, organisation_id, number, form_version_id: formVersionId, submitted_at: new Date(), sequence: 1, organisation_name: plant('application organisation', seenBy), ...core, answers })}`
  const fileId = await addFile(sql, 'application', seenBy, { id, uploadedBy: people.laureate.id }, plant)
  await sql`insert into application_file ${sql({ application_id: id, file_id: fileId })}`
  const promised = await claimOf(sql, plant('application promise', seenBy))
  await sql`insert into claim ${sql({ application_id: id, position: 1, rupture_version_id: promised.ruptureVersionId ?? null, mechanism: promised.mechanism, population: 'x', indicator: 'x', unit: 'jours', baseline: 60, target: 30, evidence_level: 'observational' })}`
  const given = await sql`select id, question_id as question, name, media_type as "mediaType", size::int, sha256 from file where id = ${fileId}`
  const content = canonicalJson({
    number, sequence: 1, kind: 'submission', submittedAt: '2030-01-01T00:00:00.000Z', call: 'world', formVersion: 1, organisation: { name: plant('deposit organisation', seenBy), siren: null },
    fields: {
      solution: plant('deposit solution', seenBy), pitch: plant('deposit pitch', seenBy), summary: 'x', challengeId: { id: challengeId, slug: 'un-defi', title: { fr: 'Un défi' } }, primaryClaim: { ...promised, rupture: { slug: 'delai-premier-rendez-vous-cmp', version: 1, title: { fr: 'Une rupture' } } }, secondClaim: null, thirdClaim: null,
      evidence: 'x', maturity: 'pilot', regulatoryState: 'not-a-device', regulatoryNote: null, team: 'x', needs: 'x', budget: null, inKind: null, links: null, consent: true,
    },
    answers: [{ question: questionId, label: { fr: 'Une question' }, kind: 'long-text', answer: plant('deposit answer', seenBy), chosen: [], unit: null }], files: [...given],
  })
  await sql`insert into receipt ${sql({ application_id: id, sequence: 1, submitted_at: new Date(), submitted_by: people.laureate.id, submitter_name: plant('application submitter', seenBy), kind: 'submission', content, sha256: createHash('sha256').update(content).digest('hex'), files: sql.json([]) as never, draft_version: 1, idempotency_key: plant('receipt key', seenBy) })}`
  return { id, number, fileId }
}

/** What managers noted about the application: nobody else's to read, its authors' neither. */
async function addScreening(sql: TransactionSql, people: World['people'], { id: callId }: World['openCall'], { id: applicationId }: World['application'], plant: Plant) {
  const managers: Persona[] = ['manager', 'manager-2']
  const [tagId, looseTagId, batchId, viewId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const name = plant('tag', managers)
  await sql`insert into tag ${sql([{ id: tagId, call_id: callId, name }, { id: looseTagId, call_id: callId, name: plant('loose tag', managers) }])}`
  await sql`insert into application_tag ${sql({ application_id: applicationId, tag_id: tagId })}`
  const deed = { call_id: callId, application_id: applicationId, done_by: people.manager.id }
  await sql`insert into screening_deed ${sql({ ...deed, batch_id: crypto.randomUUID(), kind: 'eligibility', before: sql.json({ eligibility: 'pending', motive: null }) as never, after: sql.json({ eligibility: 'ineligible', motive: plant('motive', managers) }) as never, undone_at: new Date() })}`
  await sql`insert into screening_deed ${sql({ ...deed, batch_id: batchId, kind: 'tag', before: sql.json({ tagId, name, tagged: false }) as never, after: sql.json({ tagId, name, tagged: true }) as never })}`
  const view = { call_id: callId, person_id: people.manager.id, search: '?maturity=pilot' }
  await sql`insert into saved_view ${sql([{ ...view, id: viewId, name: plant('own view', ['manager']), shared: false }, { ...view, id: crypto.randomUUID(), name: plant('shared view', managers), shared: true }])}`
  return { tagId, looseTagId, batchId, viewId }
}

async function addEmptyHouse(sql: TransactionSql, ownerId: string, plant: Plant): Promise<{ id: string }> {
  const id = crypto.randomUUID()
  const seenBy: Persona[] = ['conflicted', 'manager', 'manager-2', 'admin']
  await sql`insert into organisation ${sql({ id, slug: plant('empty house slug', seenBy), name: plant('empty house name', seenBy), kind: 'other', created_by: ownerId })}`
  await sql`insert into membership ${sql({ organisation_id: id, person_id: ownerId, role: 'owner' })}`
  return { id }
}
