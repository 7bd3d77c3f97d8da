import type { TransactionSql } from 'postgres'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedDemonstration } from '#db/seed/demonstration.ts'
import { readDemonstration } from '#db/seed/demonstration/read.ts'
import { type Content, gapsOf } from '#lib/domain/draft.ts'
import { answersOf } from '#lib/domain/field-name.ts'
import { keepParagraphs } from '#lib/domain/plain-text.ts'
import { listApplications } from '#lib/server/application/list-applications.ts'
import { listCalls } from '#lib/server/call/list-calls.ts'
import { showCall } from '#lib/server/call/show-call.ts'
import { showSettings } from '#lib/server/call/show-settings.ts'
import { showDraft } from '#lib/server/draft/show-draft.ts'
import { listInitiatives } from '#lib/server/initiative/list-initiatives.ts'
import { visitor } from '#lib/server/opening.ts'
import { admin } from '#tests/db/database.ts'
import { hashTables, tableNames } from '#tests/db/tables.ts'

/** What everybody meets on a first start: filled by the verbs, each once, in the past it tells of. */
const files = readDemonstration()
let added: number
let tables: string[]
beforeAll(async () => {
  tables = (await tableNames(admin)).filter((name) => name !== 'audit_entry' && name !== 'instance')
  ;({ added } = await seedDemonstration())
})

const personOf = async (email: string) => ({ personId: (await admin<{ id: string }[]>`select id from person where email = ${email}`)[0]?.id ?? '' })
const persona = (name: string) => personOf(`${name}@demonstration.example`)

describe('the demonstration', () => {
  it('has four calls in their states, marked, each with what was deposited', async () => {
    expect(added).toBe(72)
    const rows = await admin`
      select c.slug, c.demonstration, i.slug as initiative, i.demonstration as invented,
        (now() < c.closes_at) as open, to_char(c.opens_at at time zone 'Europe/Paris', 'HH24:MI') as opens, to_char(c.closes_at at time zone 'Europe/Paris', 'HH24:MI:SS') as closes,
        (c.closes_at at time zone 'Europe/Paris')::date - (now() at time zone 'Europe/Paris')::date as days,
        (select count(*)::int from application_draft d where d.call_id = c.id) as drafts,
        (select count(*)::int from application a where a.call_id = c.id and a.withdrawn_at is null) as deposited
      from call c join initiative i on i.id = c.initiative_id where c.run_here and c.published_at is not null order by c.closes_at`
    const shared = { demonstration: true, initiative: 'demonstration', invented: true, opens: '09:00', closes: '17:00:00' }
    expect([...rows]).toEqual([
      { slug: 'demo-accompagnement', open: false, days: -208, drafts: 9, deposited: 9, ...shared },
      { slug: 'demo-jury', open: false, days: -40, drafts: 12, deposited: 12, ...shared },
      { slug: 'demo-selection', open: false, days: -10, drafts: 18, deposited: 18, ...shared },
      { slug: 'demo-ouvert', open: true, days: 18, drafts: 15, deposited: 7, ...shared },
    ])
  })

  it('leaves real calls as they were: facts only, nothing deposited', async () => {
    expect([...(await admin`select slug, run_here, demonstration, (select count(*)::int from application_draft d where d.call_id = call.id) as drafts from call where not run_here order by slug`)]).toEqual([
      { slug: 'grand-defi-dmn-sante-mentale', run_here: false, demonstration: false, drafts: 0 },
      { slug: 'impact-1', run_here: false, demonstration: false, drafts: 0 },
      { slug: 'impact-2', run_here: false, demonstration: false, drafts: 0 },
    ])
  })

  it('is nobody: every person and start-up is marked, without a SIREN, at addresses that belong to nobody', async () => {
    const [counts] = await admin`
      select count(*)::int as applicants, count(*) filter (where o.demonstration and o.siren is null and coalesce(o.identity_source, 'declared') = 'declared' and o.kind = 'start-up')::int as invented, count(*) filter (where o.being_created)::int as being_created
      from organisation o where exists (select from application_draft d where d.organisation_id = o.id)`
    expect(counts).toEqual({ applicants: 53, invented: 53, being_created: 2 })
    expect([...(await admin`select email from person where not demonstration or email !~ '[.]example$'`)]).toEqual([])
    expect([...(await admin`select domain from organisation_domain where domain !~ '[.]example$'`)]).toEqual([])
  })

  it('numbers applications in the order they came in, while the call was open', async () => {
    const rows = await admin<{ number: string; in_time: boolean }[]>`
      select a.number, (select min(r.submitted_at) from receipt r where r.application_id = a.id) between c.opens_at and least(c.closes_at, now()) and d.created_at between c.opens_at and a.submitted_at as in_time
      from application a join call c on c.id = a.call_id join application_draft d on d.id = a.id
      where c.slug = 'demo-jury' order by a.submitted_at`
    expect(rows.map(({ number, in_time }) => [number, in_time])).toEqual(Array.from({ length: 12 }, (_, index) => [`DEMO-JURY-${String(index + 1).padStart(4, '0')}`, true]))
  })

  it('keeps every text to the letter, but for the line ends of a word processor', async () => {
    const stored = await admin<{ slug: string; name: string; solution: string; pitch: string; summary: string; evidence: string; team: string; needs: string }[]>`
      select c.slug, o.name, d.* from application_draft d join call c on c.id = d.call_id join organisation o on o.id = d.organisation_id`
    const texts = ['solution', 'pitch', 'summary', 'evidence', 'team', 'needs'] as const
    const differing = files.calls.flatMap(({ slug, startUps }) => startUps.flatMap(({ name, content, again }) => {
      const row = stored.find((each) => each.slug === slug && each.name === name)
      const written = { ...content, ...again }
      return texts.filter((field) => (row?.[field] ?? '') !== keepParagraphs(written[field] ?? '')).map((field) => `${slug} ${name} ${field}`)
    }))
    expect(differing).toEqual([])
    const pasted = stored.find(({ name }) => name === 'Ressacline')
    expect(pasted?.summary.split('\n').slice(0, 4)).toEqual(['PARCOURS RESSACLINE', '', '1.\tUn dossier de liaison unique.', 'Il tient en une page, rédigée par celui qui a vu la personne en dernier.'])
    expect(stored.find(({ name }) => name === 'Isatinelle')).toMatchObject({ solution: 'Sous l’arbre 🌿 تحت الشجرة', evidence: expect.stringContaining('Zoe\u0301, سلمى, Олена') })
  })

  it('pins each claim to the version of the rupture its author read', async () => {
    const [counts] = await admin`
      select count(*)::int as claims, count(*) filter (where current.rupture_version_id is not null)::int as pinned, count(distinct claim.rupture_version_id)::int as ruptures
      from claim left join current_rupture current using (rupture_version_id)`
    expect(counts).toEqual({ claims: 51, pinned: 51, ruptures: 26 })
  })

  it('gives the founder a draft half done and a file from before, and the rival a file deposited', async () => {
    const { files: mine } = await listApplications(await persona('founder'), {})
    expect(mine.map(({ state, call, solution }) => [call.slug, state, solution])).toEqual([['demo-ouvert', 'draft', 'Relais des trente jours'], ['demo-accompagnement', 'waiting', 'Relais du soir']])
    const draft = await showDraft(await persona('founder'), { draftId: mine[0]?.id ?? '' })
    const { questions } = await showSettings(await persona('manager'), { slug: 'demo-ouvert' })
    const missing = gapsOf(draft.content, questions, {}).map(({ field }) => field).filter((field) => !field.startsWith('answers.'))
    expect([draft.version, missing]).toEqual([2, ['primaryClaim.target', 'primaryClaim.evidenceLevel', 'evidence', 'regulatoryState', 'needs', 'consent']])
    expect((await listApplications(await persona('rival'), {})).files.map(({ state, call }) => [call.slug, state])).toEqual([['demo-ouvert', 'deposited']])
    expect((await listApplications(await persona('laureate'), {})).files.map(({ state, call }) => [call.slug, state])).toEqual([['demo-accompagnement', 'waiting']])
  })

  it('has one deposited twice under one number, and one taken back', async () => {
    const twice = await admin`select a.sequence, a.withdrawn_at, array_length(array(select sequence from receipt r where r.application_id = a.id), 1) as receipts from application a where organisation_name = 'Brindécho'`
    expect([...twice]).toEqual([{ sequence: 2, withdrawn_at: null, receipts: 2 }])
    const back = await admin`select withdrawn_at is not null as back from application where organisation_name = 'Varenguelle'`
    expect([...back]).toEqual([{ back: true }])
  })

  it('is screened where it is closed: opened, judged with a motive, sorted, written about, one file open for correction', async () => {
    const judged = await admin`select c.slug, a.eligibility, count(*)::int as files from application a join call c on c.id = a.call_id where a.withdrawn_at is null group by 1, 2 order by 1, 2`
    expect(judged.map(({ slug, eligibility, files: count }) => [slug, eligibility, count])).toEqual([
      ['demo-accompagnement', 'eligible', 8], ['demo-accompagnement', 'ineligible', 1], ['demo-jury', 'eligible', 11], ['demo-jury', 'ineligible', 1],
      ['demo-ouvert', 'pending', 7], ['demo-selection', 'eligible', 11], ['demo-selection', 'ineligible', 3], ['demo-selection', 'pending', 4],
    ])
    const [counts] = await admin`select
      (select count(*)::int from consultation) as openings,
      (select count(*)::int from screening_deed where kind = 'eligibility' and after->>'motive' is not null) as motives,
      (select count(*)::int from tag) as tags, (select count(*)::int from application_tag) as tagged,
      (select count(*)::int from message) as messages, (select count(*)::int from message where sent_at > now()) as early,
      (select count(*)::int from correction where done_at is null and until > now()) as asked, (select count(*)::int from correction where done_at is not null) as done`
    expect(counts).toEqual({ openings: 35, motives: 5, tags: 3, tagged: 7, messages: 10, early: 0, asked: 1, done: 1 })
    const [corrected] = await admin<{ regulatory_note: string; sequence: number }[]>`select regulatory_note, sequence from application where organisation_name = 'Amberholt'`
    expect(corrected).toEqual({ regulatory_note: files.calls.flatMap(({ startUps }) => startUps).find(({ name }) => name === 'Amberholt')?.correction?.done?.regulatoryNote, sequence: 2 })
    expect((await listApplications(await personOf('firmin@clairembarque.example'), {})).files.map(({ state }) => state)).toEqual(['to-correct'])
  })

  it('asks every question with the answers it was given, condition and all', async () => {
    const manager = await persona('manager')
    const { questions, criteria, eligibility, partners } = await showSettings(manager, { slug: 'demo-ouvert' })
    expect(questions.map(({ kind }) => kind)).toEqual(['long-text', 'choice', 'choices', 'number', 'yes-no', 'short-text', 'date', 'link', 'file'])
    expect(questions[5]?.shownIf).toEqual({ questionId: questions[4]?.id, is: 'yes' })
    expect([criteria.length, eligibility.length]).toEqual([7, 6])
    expect(partners.map(({ name }) => name)).toEqual(['Hôpital des Tilleuls', 'Fondation Rivage', 'Laboratoire Orme', 'Collectif des Proches Vigilants', 'Mutuelle des Vergers', 'Hôpital du Val d’Aune'])
    const [cadence] = await admin<{ answers: Record<string, unknown> }[]>`select answers from application where organisation_name = 'Cadence'`
    const answers = answersOf(Object.fromEntries(Object.entries(cadence?.answers ?? {}).map(([id, given]) => [`answers.${id}`, given])) as Content)
    expect(answers[questions[1]?.id ?? '']).toBe('une-region')
    expect(answers[questions[2]?.id ?? '']).toEqual(['adultes', 'professionnels-de-sante'])
    expect(answers[questions[6]?.id ?? '']).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('is shown to a visitor as a demonstration, after what is real', async () => {
    expect((await listCalls(visitor, {})).map(({ slug, demonstration }) => [slug, demonstration])).toEqual([
      ['impact-1', false], ['impact-2', false], ['grand-defi-dmn-sante-mentale', false], ['demo-accompagnement', true], ['demo-jury', true], ['demo-selection', true], ['demo-ouvert', true],
    ])
    expect((await listInitiatives(visitor, {})).map(({ slug, demonstration }) => [slug, demonstration])).toEqual([['impact', false], ['grand-defi', false], ['demonstration', true]])
    expect(await showCall(visitor, { slug: 'demo-ouvert' })).toMatchObject({ demonstration: true, state: 'open', initiative: { slug: 'demonstration' }, edition: 4 })
  })
})

describe('the programmes of the call that has come furthest', () => {
  it('stand in their fifth month, uneven: on track, late, without effect, amended, too few to count', async () => {
    const rows = await admin`
      select p.organisation_name as name, (now() at time zone 'Europe/Paris')::date - p.starts_on as days, (now() at time zone 'Europe/Paris')::date >= (p.starts_on + interval '5 months')::date as fifth,
        (select count(*)::int from milestone m where m.programme_id = p.id and m.accepted_at is not null) as accepted,
        (select count(*)::int from milestone m where m.programme_id = p.id and m.done_at is null and m.due_on < (now() at time zone 'Europe/Paris')::date) as late,
        (select count(*)::int from check_in c where c.programme_id = p.id and c.submitted_at is not null) as filed,
        (select count(*)::int from check_in c where c.programme_id = p.id and c.skipped_at is not null) as skipped,
        (select count(*)::int from programme_metric m where m.programme_id = p.id and m.locked_at is not null) as locked,
        (select coalesce(sum(m.amendments), 0)::int from programme_metric m where m.programme_id = p.id) as amended,
        (select count(*)::int from measurement m where m.programme_id = p.id and m.state = 'verified') as verified,
        (select count(*)::int from measurement m where m.programme_id = p.id and m.state = 'verified' and m.numerator between 1 and 10) as few,
        (select string_agg(c.state, ' ' order by c.state) from commitment c where c.programme_id = p.id) as commitments,
        (select count(*)::int from mentor m where m.programme_id = p.id and m.accepted_at is not null and m.ended_at is null) as mentors
      from programme p join call c on c.id = p.call_id where c.slug = 'demo-accompagnement' order by p.organisation_name`
    const shared = { days: 155, fifth: true, mentors: 1, amended: 0, few: 0, skipped: 0 }
    expect([...rows]).toEqual([
      { ...shared, name: 'Horizon Doux', accepted: 5, late: 0, filed: 5, locked: 2, verified: 2, commitments: 'kept under-way' },
      { ...shared, name: 'Lanterneau', accepted: 5, late: 1, filed: 3, skipped: 1, locked: 1, verified: 2, few: 2, commitments: 'kept' },
      { ...shared, name: 'Mésangelle', accepted: 5, late: 1, filed: 5, locked: 2, amended: 1, verified: 2, commitments: 'promised under-way' },
      { ...shared, name: 'Pebbleway Care', accepted: 6, late: 0, filed: 5, locked: 1, verified: 2, commitments: 'under-way' },
      { ...shared, name: 'Tournefil', accepted: 2, late: 4, filed: 2, skipped: 2, locked: 0, verified: 0, commitments: 'unmet' },
    ])
  })

  it('happened when they are told to have happened, nothing of it today', async () => {
    const today = await admin`
      with told as (select id from programme where call_id = (select id from call where slug = 'demo-accompagnement'))
      select 'lock' from programme_metric where programme_id in (select id from told) and locked_at > now() - interval '1 day' union all
      select 'amendment' from amendment where programme_id in (select id from told) and amended_at > now() - interval '1 day' union all
      select 'check-in' from check_in where programme_id in (select id from told) and coalesce(submitted_at, skipped_at) > now() - interval '1 day' union all
      select 'answer' from check_in_answer where programme_id in (select id from told) and answered_at > now() - interval '1 day' union all
      select 'milestone' from milestone where programme_id in (select id from told) and greatest(done_at, accepted_at) > now() - interval '1 day' union all
      select 'mentor' from mentor where programme_id in (select id from told) and greatest(added_at, accepted_at) > now() - interval '1 day' union all
      select 'session' from mentoring_session where programme_id in (select id from told) and proposed_at > now() - interval '1 day' union all
      select 'commitment' from commitment where programme_id in (select id from told) and recorded_at > now() - interval '1 day' union all
      select 'measurement' from measurement where programme_id in (select id from told) and greatest(recorded_at, submitted_at, verified_at) > now() - interval '1 day'`
    expect([...today]).toEqual([])
  })
})

describe('filling it again', () => {
  it('asks one question and changes nothing', async () => {
    const before = await hashTables(admin, [...tables, 'audit_entry', 'instance'])
    expect(await seedDemonstration()).toEqual({ added: 0, stage: 'programme' })
    expect(await seedDemonstration({ stage: 'people', seed: 5 })).toEqual({ added: 0, stage: 'programme' })
    expect(await hashTables(admin, [...tables, 'audit_entry', 'instance'])).toEqual(before)
  })

  it('changes nothing either when a start was cut short just before its end', async () => {
    const before = await hashTables(admin, tables)
    await admin`update instance set demonstration_filled = null`
    expect(await seedDemonstration()).toEqual({ added: 0, stage: 'programme' })
    expect(await hashTables(admin, tables)).toEqual(before)
  })

  it('does what a start cut short left undone', async () => {
    await admin.begin(async (sql) => {
      await sql`update instance set demonstration_filled = null`
      await sql`update call set published_at = null where slug = 'demo-selection'`
      await sql`alter table form_version disable trigger user`
      await sql`delete from round where call_id = (select id from call where slug = 'demo-selection')`
      await sql`delete from receipt where application_id in (select id from application where number like 'DEMO-SELECTION-%')`
      await sql`delete from application where number like 'DEMO-SELECTION-%'`
      await sql`delete from application_draft where call_id = (select id from call where slug = 'demo-selection')`
      await sql`alter table form_version enable trigger user`
      await sql`delete from receipt where application_id = (select id from application where number = 'DEMO-JURY-0012')`
      await sql`delete from application where number = 'DEMO-JURY-0012'`
    })
    expect(await seedDemonstration()).toEqual({ added: 0, stage: 'programme' })
    const rows = await admin`select c.slug, count(a.*)::int as deposited from call c join application a on a.call_id = c.id and a.withdrawn_at is null group by 1 order by 1`
    expect([...rows]).toEqual([{ slug: 'demo-accompagnement', deposited: 9 }, { slug: 'demo-jury', deposited: 12 }, { slug: 'demo-ouvert', deposited: 7 }, { slug: 'demo-selection', deposited: 18 }])
  })
})

describe('the database, whatever the code says', () => {
  const asManager = async (work: (sql: TransactionSql) => Promise<unknown>) => {
    const { personId } = await persona('manager')
    return admin.begin(async (sql) => {
      await sql`select portal.begin(${personId}::uuid)`
      await sql`set local role portal_app`
      await work(sql)
      throw new Error('rolled back')
    })
  }
  const invent = (demonstration: boolean) => (sql: TransactionSql) => sql`insert into initiative (slug, title, summary, field, demonstration, source_ids) values ('another', '{"fr":"x"}', '{"fr":"x"}', 'sante-mentale', ${demonstration}, '{}')`

  it('lets a manager found an initiative only if it is marked, and only in a demonstration', async () => {
    await expect(asManager(invent(true))).rejects.toThrow('rolled back')
    await expect(asManager(invent(false))).rejects.toMatchObject({ code: '42501' })
    await admin`update instance set demonstration = false`
    await expect(asManager(invent(true))).rejects.toMatchObject({ code: '42501' })
    await admin`update instance set demonstration = true`
  })

  it('lets nobody turn a portal into a demonstration', async () => {
    await expect(asManager((sql) => sql`update instance set demonstration = true`)).rejects.toMatchObject({ code: '42501' })
    await admin`update instance set demonstration = false`
    await expect(asManager(async (sql) => expect((await sql`update instance set demonstration_filled = '{}' returning 1`).length).toBe(0))).rejects.toThrow('rolled back')
    await admin`update instance set demonstration = true`
  })
})

describe('a portal that is not a demonstration', () => {
  it('holds none of it', async () => {
    const before = await hashTables(admin, tables)
    await admin`update instance set demonstration = false, demonstration_filled = null`
    await expect(seedDemonstration()).rejects.toMatchObject({ code: 'not-found' })
    expect(await hashTables(admin, tables)).toEqual(before)
    await admin`update instance set demonstration = true`
  })
})
