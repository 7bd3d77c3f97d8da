import { createHash } from 'node:crypto'
import { parisTime } from '#lib/domain/calendar.ts'
import { createDraft } from '#lib/server/draft/create-draft.ts'
import type { World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'

/** Calls and drafts for tests about deposits: as managers and founders make them, with instants moved by hand. */
export type TestCall = { id: string; slug: string; challengeId: string; otherChallengeId: string; textQuestion: string; fileQuestion: string }

/** A published call that opened yesterday and closes tomorrow, with a text question and a file question, both required. */
export async function newCall({ staysOpen = [] }: { staysOpen?: string[] } = {}): Promise<TestCall> {
  const slug = `depot-${crypto.randomUUID().slice(0, 8)}`
  const [call] = await admin<{ id: string }[]>`
    insert into call (initiative_id, slug, title, source_ids, run_here, opens_at, closes_at, answer_on, published_at, stays_open, stays_open_until)
    select id, ${slug}, '{"fr":"Un appel","en":"A call"}', '{}', true, now() - interval '1 day', now() + interval '1 day', '2030-01-15', now(), ${staysOpen}, ${staysOpen.length > 0 ? '2030-01-01T00:00:00Z' : null}
    from initiative limit 1 returning id`
  const made = { id: call?.id ?? '', slug, challengeId: crypto.randomUUID(), otherChallengeId: crypto.randomUUID(), textQuestion: crypto.randomUUID(), fileQuestion: crypto.randomUUID() }
  await admin`insert into challenge ${admin([
    { id: made.challengeId, call_id: made.id, slug: 'un-defi', position: 0, title: admin.json({ fr: 'Un défi', en: 'A challenge' }) as never },
    { id: made.otherChallengeId, call_id: made.id, slug: 'autre-defi', position: 1, title: admin.json({ fr: 'Un autre défi' }) as never },
  ])}`
  const asked = { help: null, required: true, audience: 'scorers', shownIf: null, options: [], unit: null, least: null, most: null, limit: null }
  const questions = [{ ...asked, id: made.textQuestion, kind: 'long-text', label: { fr: 'Comment ?', en: 'How?' } }, { ...asked, id: made.fileQuestion, kind: 'file', label: { fr: 'Budget' } }]
  await admin`insert into form_version ${admin({ call_id: made.id, version: 3, questions: admin.json(questions) as never })}`
  return made
}

export async function currentRupture(): Promise<{ versionId: string; slug: string; version: number; title: unknown }> {
  const [row] = await admin<{ versionId: string; slug: string; version: number; title: unknown }[]>`
    select v.id as "versionId", r.slug, v.version, v.title from current_rupture c join rupture r on r.id = c.rupture_id join rupture_version v on v.id = c.rupture_version_id order by r.position limit 1`
  if (!row) throw new Error('The référentiel has no rupture.')
  return row
}

/** Everything a draft needs to be deposited but the file asked for. */
async function wholeContent({ challengeId, textQuestion }: TestCall) {
  const { versionId } = await currentRupture()
  return {
    solution: '  Relais  ', pitch: 'Un rappel en deux jours', summary: 'Premier\n\nSecond', challengeId,
    primaryClaim: { ruptureVersionId: versionId, mechanism: 'Rappel ', population: 'Adultes', indicator: 'Délai', unit: 'jours', baseline: 60.5, target: 30, evidenceLevel: 'observational' },
    evidence: 'Une étude', maturity: 'pilot', regulatoryState: 'not-a-device', team: 'Deux médecins', needs: 'Un terrain', consent: true,
    [`answers.${textQuestion}`]: 'Ainsi. ',
  }
}

/** The start-up's draft for a call, with everything in it but `without`, and the file asked for. */
export async function newDraft(world: World, call: TestCall, changes: Record<string, unknown> = {}, home: 'start-up' | 'other start-up' = 'start-up') {
  const personId = world.people[home === 'start-up' ? 'founder' : 'rival'].id
  const { id, version } = await createDraft({ personId }, { slug: call.slug, organisationId: world.organisations[home], key: crypto.randomUUID(), fields: { ...(await wholeContent(call)), ...changes } })
  const fileId = await newFile(id, call.fileQuestion)
  return { id, version, fileId }
}

export async function newFile(draftId: string, questionId: string | null, scan: 'none' | 'pending' | 'safe' | 'infected' = 'none'): Promise<string> {
  const bytes = crypto.randomUUID()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const [row] = await admin<{ id: string }[]>`insert into file ${admin({
    draft_id: draftId, question_id: questionId, name: 'budget.pdf', media_type: 'application/pdf', size: 36, sha256, received_sha256: sha256, storage_key: bytes, scan,
  })} returning id`
  return row?.id ?? ''
}

/** Moves a call's deadline, and its opening before it, to `seconds` from now on the database's clock, whole. */
export async function moveClosing(call: Pick<TestCall, 'id'>, seconds: number): Promise<Date> {
  const [row] = await admin<{ closesAt: Date }[]>`
    update call set opens_at = now() - interval '30 days', closes_at = date_trunc('second', now()) + make_interval(secs => ${seconds}) where id = ${call.id} returning closes_at as "closesAt"`
  if (!row) throw new Error('No such call.')
  return row.closesAt
}

/** What a request carries that came in at this instant of the database's clock, to within the time of one question. */
export async function arrivedAt(instant: Date): Promise<number> {
  const asked = performance.now()
  const [row] = await admin<{ now: number }[]>`select extract(epoch from clock_timestamp())::float8 * 1000 as now`
  return asked + (instant.getTime() - (row?.now ?? 0))
}

/** What a clock in Paris shows in so many days, at 17 h, as a field for it sends it. */
export function parisClockIn(days: number): string {
  const { year, month, day } = parisTime(new Date(Date.now() + days * 86_400_000))
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T17:00`
}
