import { admin } from '#tests/db/database.ts'

/** The questions of the calls of these tests, one of each kind a table shows, and one it does not. */
export const asked = { public: '5f0c2a1e-0000-4000-8000-000000000001', patients: '5f0c2a1e-0000-4000-8000-000000000002', trial: '5f0c2a1e-0000-4000-8000-000000000003', sites: '5f0c2a1e-0000-4000-8000-000000000004', story: '5f0c2a1e-0000-4000-8000-000000000005' }
const words = (fr: string, en = fr) => ({ fr, en })
const option = (id: string, label: string) => ({ id, label: words(label) })
const common = { help: null, required: false, audience: 'scorers', shownIf: null, options: [], unit: null, least: null, most: null, limit: null }
const questions = [
  { ...common, id: asked.public, kind: 'choice', label: words('Public', 'Audience'), options: [option('jeunes', 'Jeunes'), option('adultes', 'Adultes')] },
  { ...common, id: asked.patients, kind: 'number', label: words('Patients suivis', 'Patients followed'), unit: words('patients') },
  { ...common, id: asked.trial, kind: 'yes-no', label: words('Essai en cours', 'Trial running') },
  { ...common, id: asked.sites, kind: 'choices', label: words('Lieux', 'Places'), options: [option('ville', 'Ville'), option('hopital', 'Hôpital')] },
  { ...common, id: asked.story, kind: 'long-text', label: words('Récit', 'Story'), limit: 100 },
]

export type TestCall = { id: string; slug: string; challenges: string[] }

/** A published call, open for ten days, with three challenges and the questions above. */
export async function newCall(): Promise<TestCall> {
  const slug = `essai-${crypto.randomUUID().slice(0, 8)}`
  const [call] = await admin<{ id: string }[]>`
    insert into call (initiative_id, slug, title, source_ids, run_here, opens_at, closes_at, answer_on, published_at, demonstration)
    select id, ${slug}, ${admin.json(words('Un appel d’essai', 'A trial call'))}, '{}', true, now() - interval '9 days', now() + interval '10 days', '2040-01-01', now(), true from initiative limit 1 returning id`
  const id = call?.id ?? ''
  const challenges = await admin<{ id: string }[]>`insert into challenge (call_id, slug, position, title) select ${id}, name, at, jsonb_build_object('fr', 'Défi ' || name) from unnest(array['acces', 'continuite', 'donnees']) with ordinality each(name, at) returning id`
  await admin`insert into form_version (call_id, version, questions) values (${id}, 1, ${admin.json(questions as never)})`
  return { id, slug, challenges: challenges.map((each) => each.id) }
}

export type Deposit = { solution: string; organisation?: string; pitch?: string; budget?: number | null; maturity?: string; regulatoryState?: string; challenge?: number; rupture?: string; submittedAt?: string; answers?: Record<string, unknown>; withdrawn?: boolean }
let deposits = 0

/** An application as if deposited just now, by an organisation of its own; its identifier. */
export async function deposit(call: TestCall, { solution, organisation = `Maison ${solution}`, pitch = 'Une phrase', budget = null, maturity = 'pilot', regulatoryState = 'not-a-device', challenge = 0, rupture, submittedAt, answers = {}, withdrawn = false }: Deposit): Promise<string> {
  const [id, organisationId] = [crypto.randomUUID(), crypto.randomUUID()]
  const [version] = await admin<{ id: string }[]>`select v.id from rupture_version v join rupture r on r.id = v.rupture_id where ${rupture ?? null}::text is null or r.slug = ${rupture ?? ''} order by r.position limit 1`
  const number = `${call.slug.toUpperCase()}-${String((deposits += 1)).padStart(4, '0')}`
  const core = {
    solution, pitch, summary: 'Un résumé', challenge_id: call.challenges[challenge] ?? null, primary_claim: admin.json({ ruptureVersionId: version?.id ?? null }), evidence: 'Des preuves',
    maturity, regulatory_state: regulatoryState, team: 'Une équipe', needs: 'Rien', budget, consent: true, answers: admin.json(answers as never),
  }
  await admin`insert into organisation ${admin({ id: organisationId, slug: `maison-${id}`, name: organisation, kind: 'start-up' })}`
  await admin`insert into application_draft ${admin({ id, call_id: call.id, organisation_id: organisationId, version: 1, ...core })}`
  await admin`insert into application ${admin({
    id, call_id: call.id, organisation_id: organisationId, number, submitted_at: submittedAt ?? new Date(), sequence: 1, organisation_name: organisation, withdrawn_at: withdrawn ? new Date() : null, ...core,
    form_version_id: admin`(select id from form_version where call_id = ${call.id})` as never,
  })}`
  return id
}
