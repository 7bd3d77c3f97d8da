import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin, asRole } from '#tests/db/database.ts'
import { addMentor, type MadeProgramme, makeProgramme } from '#tests/factories/programme.ts'
import { agreeMetric } from '#lib/server/programme-metric/agree-metric.ts'
import { amendMetric } from '#lib/server/programme-metric/amend-metric.ts'
import { addMetric, removeMetric, shapeMetric } from '#lib/server/programme-metric/shape-metric.ts'
import { listMetrics, showMetric } from '#lib/server/programme-metric/show-metrics.ts'

/** What a metric means is settled by laureate and managers together, and never changes afterwards without a dated reason. */
let world: World
let programme: MadeProgramme
type Who = 'laureate' | 'manager' | 'manager-2' | 'mentor' | 'rival'
const as = (who: Who) => ({ personId: world.people[who].id })
const shown = (metricId = programme.proposedMetricId, who: Who = 'manager') => showMetric(as(who), { metricId })

/** A metric as a form sends it: figures as people type them. */
const form = {
  name: 'Part de personnes recontactées', measure: 'proportion' as const, unit: '%', ucum: '%', direction: 'higher-is-better' as const, numerator: 'Personnes recontactées en 7 jours', denominator: 'Personnes sorties',
  population: 'Adultes sortis d’hospitalisation', period: 'Chaque mois', method: 'Compte du registre', dataSource: 'Registre des sorties', comparator: 'before-after' as const, comparatorNote: '',
  nationalEstimateId: '', baseline: '20,5', baselineN: '90', baselineOn: '2026-06-01', target: '45', targetOn: '2027-03-01', schedule: '9, 3 6', lowest: '0', highest: '100',
}
const turn = (version = 0) => ({ metricId: programme.proposedMetricId, version })

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  programme = await makeProgramme(admin, { organisationId: world.organisations['laureate start-up'], managerId: world.people.manager.id, laureateId: world.people.laureate.id })
})

describe('a proposed metric', () => {
  it('is shaped by laureate and manager in turn, never over what one has not seen', async () => {
    await shapeMetric(as('laureate'), { ...turn(), ...form })
    await expect(shapeMetric(as('manager'), { ...turn(), ...form, target: '60' })).rejects.toMatchObject({ code: 'conflict', reason: 'metric-changed', current: { version: 1 } })
    expect((await shown()).metric).toMatchObject({ version: 1, baseline: 20.5, baselineN: 90, target: 45, schedule: [3, 6, 9], lowest: 0, highest: 100, comparatorNote: null })
    await shapeMetric(as('manager'), { ...turn(1), ...form, target: '60' })
    expect((await shown()).metric).toMatchObject({ version: 2, target: 60 })
  })

  it.each([
    [{ unit: 'personnes' }, 'unit', 'percent'], [{ target: '10' }, 'target', 'against-direction'], [{ target: '101' }, 'target', 'outside-range'], [{ lowest: '100', highest: '0' }, 'highest', 'range'],
    [{ baselineN: '0' }, 'baselineN', 'out-of-bounds'], [{ schedule: '3, x' }, 'schedule', 'months'], [{ ucum: 'é' }, 'ucum', 'ucum'], [{ targetOn: '2026-05-01' }, 'targetOn', 'ends-before-start'], [{ population: ' ' }, 'population', 'missing'],
  ])('is refused with the field when it contradicts itself: %o', async (change, path, code) => {
    await expect(shapeMetric(as('laureate'), { ...turn(), ...form, ...change } as never)).rejects.toMatchObject({ code: 'invalid', faults: expect.arrayContaining([{ path, code }]) })
    expect((await shown()).metric.version).toBe(0)
  })

  it('takes its national context from its own rupture’s figures, and from no other’s', async () => {
    const { rupture } = await shown()
    const [own] = await admin<{ id: string }[]>`select e.id from estimate e join rupture_version v on v.id = e.rupture_version_id where v.rupture_id = ${rupture?.id ?? null} and e.central is not null limit 1`
    const [other] = await admin<{ id: string }[]>`select e.id from estimate e join rupture_version v on v.id = e.rupture_version_id where v.rupture_id <> ${rupture?.id ?? null} limit 1`
    await expect(shapeMetric(as('laureate'), { ...turn(), ...form, nationalEstimateId: other?.id ?? '' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'nationalEstimateId', code: 'invalid_value' }] })
    await shapeMetric(as('laureate'), { ...turn(), ...form, nationalEstimateId: own?.id ?? '' })
    expect((await shown()).national?.estimate.central).toBeTypeOf('number')
  })

  it('is agreed to as read, by both sides, and then locked', async () => {
    await shapeMetric(as('laureate'), { ...turn(), ...form })
    await expect(agreeMetric(as('manager'), turn())).rejects.toMatchObject({ code: 'conflict', reason: 'metric-changed' })
    expect(await agreeMetric(as('manager'), turn(1))).toMatchObject({ locked: false })
    expect(await agreeMetric(as('manager-2'), turn(1))).toMatchObject({ locked: false })
    expect(await agreeMetric(as('laureate'), turn(1))).toMatchObject({ locked: true })
    expect((await shown()).metric.lockedAt).toBeInstanceOf(Date)
    for (const late of [() => shapeMetric(as('laureate'), { ...turn(1), ...form }), () => agreeMetric(as('manager'), turn(1)), () => removeMetric(as('manager'), { ...turn(1), confirmed: 'yes' })]) await expect(late()).rejects.toMatchObject({ code: 'closed' })
  })

  it('loses both agreements when what it means changes', async () => {
    await shapeMetric(as('laureate'), { ...turn(), ...form })
    await agreeMetric(as('manager'), turn(1))
    await shapeMetric(as('laureate'), { ...turn(1), ...form, target: '46' })
    expect((await shown()).metric).toMatchObject({ laureateAgreedAt: null, managerAgreedAt: null, lockedAt: null })
    expect(await agreeMetric(as('laureate'), turn(2))).toMatchObject({ locked: false })
  })

  it('cannot be agreed to while something is missing, nor by one person for both sides', async () => {
    await shapeMetric(as('laureate'), { ...turn(), ...form, dataSource: '' })
    expect((await shown()).gaps).toEqual(['dataSource'])
    await expect(agreeMetric(as('manager'), turn(1))).rejects.toMatchObject({ code: 'conflict', reason: 'metric-not-ready' })
    await shapeMetric(as('laureate'), { ...turn(1), ...form })
    await agreeMetric(as('manager'), turn(2))
    await admin`insert into membership ${admin({ organisation_id: world.organisations['laureate start-up'], person_id: world.people.manager.id, role: 'member' })}`
    await expect(agreeMetric(as('manager'), turn(2))).rejects.toMatchObject({ code: 'conflict', reason: 'metric-two-people' })
    await admin`delete from membership where organisation_id = ${world.organisations['laureate start-up']} and person_id = ${world.people.manager.id}`
  })

  it('is added on any rupture and removed again, unless something was measured for it', async () => {
    const { ruptures } = await listMetrics(as('laureate'), { programmeId: programme.id })
    const { id } = await addMetric(as('laureate'), { programmeId: programme.id, ruptureId: ruptures[1]?.id ?? '', ...form })
    expect((await listMetrics(as('manager'), { programmeId: programme.id })).metrics.map((each) => [each.id === id, each.claimPosition])).toContainEqual([true, null])
    await removeMetric(as('manager'), { metricId: id, version: 0, confirmed: 'yes' })
    await admin`insert into measurement ${admin({ metric_id: programme.proposedMetricId, programme_id: programme.id, period_start: '2026-07-01', period_end: '2026-07-31', recorded_by: world.people.laureate.id })}`
    await expect(removeMetric(as('laureate'), { ...turn(), confirmed: 'yes' })).rejects.toMatchObject({ code: 'conflict', reason: 'metric-measured' })
  })
})

describe('a locked metric', () => {
  const locked = () => ({ metricId: programme.metricId, version: 0 })
  const asIs = async () => {
    const { metric } = await shown(programme.metricId)
    return { ...metric, nationalEstimateId: metric.nationalEstimateId ?? '', schedule: metric.schedule }
  }

  it('changes by a dated amendment of a manager that says what, from and to, and why', async () => {
    const before = await asIs()
    await expect(amendMetric(as('laureate'), { ...before, ...locked(), target: 40, reason: 'Une raison' } as never)).rejects.toMatchObject({ code: 'not-found' })
    await expect(amendMetric(as('manager'), { ...before, ...locked(), target: 40, reason: ' ' } as never)).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'reason', code: 'missing' }] })
    await expect(amendMetric(as('manager'), { ...before, ...locked(), reason: 'Rien' } as never)).rejects.toMatchObject({ code: 'conflict', reason: 'nothing-changed' })
    await expect(amendMetric(as('manager'), { ...before, ...locked(), dataSource: '', reason: 'Vide' } as never)).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'dataSource', code: 'missing' }] })
    expect(await amendMetric(as('manager'), { ...before, ...locked(), target: 40, reason: 'Le site a fermé six semaines.' } as never)).toMatchObject({ sequence: 1 })
    const after = await shown(programme.metricId, 'laureate')
    expect(after.metric).toMatchObject({ target: 40, version: 1 })
    expect(after.amendments).toMatchObject([{ sequence: 1, reason: 'Le site a fermé six semaines.', changes: { target: { from: 30, to: 40 } } }])
    await expect(amendMetric(as('manager-2'), { ...before, ...locked(), target: 50, reason: 'En même temps' } as never)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is changed by nobody behind the amendment’s back, in the database neither', async () => {
    const app = asRole('portal_app')
    for (const who of ['laureate', 'manager'] as const) {
      await expect(app.begin(async (sql) => {
        await sql`select set_config('portal.actor', ${world.people[who].id}, true)`
        await sql`update programme_metric set target = 59 where id = ${programme.metricId}`
      })).rejects.toMatchObject({ code: '23514', constraint_name: 'programme_metric_locked_closed' })
    }
    await app.end()
  })

  it('is read by its mentor, who changes nothing, and does not exist for others', async () => {
    await addMentor(admin, { programmeId: programme.id, personId: world.people.mentor.id, organisationId: world.organisations.hospital, managerId: world.people.manager.id })
    expect(await shown(programme.metricId, 'mentor')).toMatchObject({ rights: { side: null, shapes: false, amends: false, measures: false, verifies: true }, choices: [], documents: [] })
    await expect(shapeMetric(as('mentor'), { ...turn(), ...form })).rejects.toMatchObject({ code: 'not-found' })
    await expect(shown(programme.metricId, 'rival')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('does not exist for a manager whom a link of interest walls off', async () => {
    await admin`insert into conflict ${admin({ call_id: admin`(select call_id from programme where id = ${programme.id})` as never, application_id: programme.id, person_id: world.people['manager-2'].id, origin: 'declared', reason: 'employment', note: 'Un lien', made_by: world.people['manager-2'].id })}`
    await expect(shown(programme.metricId, 'manager-2')).rejects.toMatchObject({ code: 'not-found' })
    await expect(amendMetric(as('manager-2'), { ...(await asIs()), ...locked(), target: 41, reason: 'Cachée' } as never)).rejects.toMatchObject({ code: 'not-found' })
  })
})
