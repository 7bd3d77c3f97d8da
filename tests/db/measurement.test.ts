import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin, asRole } from '#tests/db/database.ts'
import { addMeasurement, addMentor, makeProgramme, type MadeProgramme, monthsAgo } from '#tests/factories/programme.ts'
import { changeMeasurement, discardMeasurement, submitMeasurement } from '#lib/server/measurement/change-measurement.ts'
import { correctMeasurement, enterMeasurement } from '#lib/server/measurement/enter-measurement.ts'
import { returnMeasurement, verifyMeasurement } from '#lib/server/measurement/verify-measurement.ts'
import { showMetric } from '#lib/server/programme-metric/show-metrics.ts'

/** What a laureate measured is on paper until submitted, checked by somebody else, and never changes after that: corrections add to it. */
let world: World
let programme: MadeProgramme
let period: { periodStart: string; periodEnd: string }
type Who = 'laureate' | 'manager' | 'manager-2' | 'mentor' | 'rival'
const as = (who: Who) => ({ personId: world.people[who].id })
const key = () => crypto.randomUUID()
const enter = (figures: Record<string, unknown>, metricId = programme.metricId) => enterMeasurement(as('laureate'), { metricId, ...period, key: key(), ...figures })
const rows = async (who: Who = 'laureate') => (await showMetric(as(who), { metricId: programme.metricId })).measurements
const submitted = async (value = '48') => (await enter({ value, n: '40', sd: '12', submit: 'yes' })).id
const verified = () => addMeasurement(admin, { metricId: programme.metricId, programmeId: programme.id, recordedBy: world.people.laureate.id, month: 2, state: 'verified', verifiedBy: world.people.manager.id })

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  programme = await makeProgramme(admin, { organisationId: world.organisations['laureate start-up'], managerId: world.people.manager.id, laureateId: world.people.laureate.id })
  await addMentor(admin, { programmeId: programme.id, personId: world.people.mentor.id, organisationId: world.organisations.hospital, managerId: world.people.manager.id })
  period = { periodStart: await monthsAgo(admin, 3), periodEnd: await monthsAgo(admin, 2) }
})

describe('a draft', () => {
  it('may be unfinished, is its writers’ alone, and is submitted once it is sound', async () => {
    const { id } = await enter({ value: '48,5' })
    expect(await rows('manager')).toEqual([])
    expect(await rows('mentor')).toEqual([])
    await expect(submitMeasurement(as('laureate'), { measurementId: id, version: 0 })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'n', code: 'missing' }] })
    await changeMeasurement(as('laureate'), { measurementId: id, version: 0, ...period, value: '48,5', n: '40' })
    await expect(changeMeasurement(as('laureate'), { measurementId: id, version: 0, ...period, value: '1' })).rejects.toMatchObject({ code: 'conflict', reason: 'measurement-changed' })
    await submitMeasurement(as('laureate'), { measurementId: id, version: 1 })
    expect(await rows('manager')).toMatchObject([{ id, state: 'submitted', value: 48.5, n: 40, version: 2 }])
    for (const late of [() => discardMeasurement(as('laureate'), { measurementId: id, version: 2 }), () => submitMeasurement(as('laureate'), { measurementId: id, version: 2 }), () => changeMeasurement(as('laureate'), { measurementId: id, version: 2, ...period })]) await expect(late()).rejects.toMatchObject({ code: 'closed' })
  })

  it('is thrown away for good by those who wrote it only', async () => {
    const { id } = await enter({ value: 48 })
    await expect(discardMeasurement(as('manager'), { measurementId: id, version: 0 })).rejects.toMatchObject({ code: 'not-found' })
    await discardMeasurement(as('laureate'), { measurementId: id, version: 0 })
    expect(await rows()).toEqual([])
  })

  it('stays a draft until its metric is locked', async () => {
    const { id } = await enter({ numerator: 20, denominator: 90 }, programme.proposedMetricId)
    await expect(submitMeasurement(as('laureate'), { measurementId: id, version: 0 })).rejects.toMatchObject({ code: 'closed' })
    await expect(enter({ numerator: 20, denominator: 90, submit: true }, programme.proposedMetricId)).rejects.toMatchObject({ code: 'closed' })
    const app = asRole('portal_app')
    await expect(app.begin(async (sql) => {
      await sql`select set_config('portal.actor', ${world.people.laureate.id}, true)`
      await sql`update measurement set state = 'submitted' where id = ${id}`
    })).rejects.toMatchObject({ constraint_name: 'measurement_before_lock_closed' })
    await app.end()
  })
})

describe('a value submitted', () => {
  it.each([
    [{ value: '-1', n: '40' }, 'value', 'out-of-range'], [{ value: '48' }, 'n', 'missing'], [{ value: '48', n: '0' }, 'n', 'under-one'], [{ value: '48', n: '40', numerator: '3', denominator: '4' }, 'numerator', 'not-asked'],
    [{ value: '48', n: '40', unit: 'heures' }, 'unit', 'unit-differs'], [{ value: 'beaucoup', n: '40' }, 'value', 'number'], [{ value: '48', n: '4,5' }, 'n', 'not-whole'],
  ])('is refused with its field: %o', async (figures, path, code) => {
    await expect(enter({ ...figures, submit: 'yes' })).rejects.toMatchObject({ code: 'invalid', faults: expect.arrayContaining([{ path, code }]) })
    expect(await rows()).toEqual([])
  })

  it('is asked about when it surprises, in either direction, and never passes in silence', async () => {
    for (const value of ['200', '95']) await expect(enter({ value, n: '40', submit: 'yes' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'surpriseReason', code: 'unexplained' }] })
    const { id } = await enter({ value: '95', n: '40', submit: 'yes', surpriseReason: 'Un service a fermé : les délais ont doublé.' })
    expect(await rows('mentor')).toMatchObject([{ id, state: 'submitted', surpriseReason: 'Un service a fermé : les délais ont doublé.' }])
  })

  it('is entered once however often the same attempt is sent', async () => {
    const attempt = { metricId: programme.metricId, ...period, key: key(), value: 48, n: 40, submit: true }
    const all = await Promise.all([1, 2, 3].map(() => enterMeasurement(as('laureate'), attempt)))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(await rows()).toHaveLength(1)
    await expect(enterMeasurement(as('laureate'), { ...attempt, value: 47 })).rejects.toMatchObject({ code: 'conflict', reason: 'key-reused' })
  })

  it('is verified by somebody else, manager or mentor, and never changes after', async () => {
    const id = await submitted()
    await expect(verifyMeasurement(as('laureate'), { measurementId: id, version: 0 })).rejects.toMatchObject({ code: 'not-found' })
    await verifyMeasurement(as('mentor'), { measurementId: id, version: 0 })
    expect(await rows()).toMatchObject([{ id, state: 'verified' }])
    for (const late of [() => verifyMeasurement(as('manager'), { measurementId: id, version: 1 }), () => returnMeasurement(as('manager'), { measurementId: id, version: 1, reason: 'x' }), () => discardMeasurement(as('laureate'), { measurementId: id, version: 1 })]) await expect(late()).rejects.toMatchObject({ code: 'closed' })
    const app = asRole('portal_app')
    await expect(app.begin(async (sql) => {
      await sql`select set_config('portal.actor', ${world.people.manager.id}, true)`
      const changed = await sql`update measurement set value = 1 where id = ${id} returning id`
      expect(changed).toHaveLength(0)
      throw new Error('untouched')
    })).rejects.toThrow('untouched')
    await app.end()
  })

  it('is not verified by who brought it, even a manager', async () => {
    const [row] = await admin<{ id: string }[]>`insert into measurement ${admin({ metric_id: programme.metricId, programme_id: programme.id, period_start: period.periodStart, period_end: period.periodEnd, value: 48, n: 40, state: 'submitted', recorded_by: world.people.manager.id, submitted_by: world.people.manager.id, submitted_at: new Date() })} returning id`
    const measurementId = row?.id ?? ''
    await expect(verifyMeasurement(as('manager'), { measurementId, version: 0 })).rejects.toMatchObject({ code: 'conflict', reason: 'own-measurement' })
    await expect(returnMeasurement(as('manager'), { measurementId, version: 0, reason: 'x' })).rejects.toMatchObject({ code: 'conflict', reason: 'own-measurement' })
    await verifyMeasurement(as('manager-2'), { measurementId, version: 0 })
  })

  it('goes back to its writers with a reason, and out of sight of others until it comes again', async () => {
    const id = await submitted()
    await expect(returnMeasurement(as('mentor'), { measurementId: id, version: 0, reason: ' ' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'reason', code: 'missing' }] })
    await returnMeasurement(as('mentor'), { measurementId: id, version: 0, reason: 'De quel registre ?' })
    expect(await rows('mentor')).toEqual([])
    expect(await rows()).toMatchObject([{ id, state: 'draft', returnedReason: 'De quel registre ?', version: 1, submittedAt: null }])
    await submitMeasurement(as('laureate'), { measurementId: id, version: 1 })
    expect(await rows('manager')).toMatchObject([{ id, state: 'submitted', returnedReason: null }])
  })
})

describe('what was verified', () => {
  it('is corrected by a new row that says what it replaces; the old one stands until the new one is verified', async () => {
    const old = await verified()
    const correction = { measurementId: old, ...period, value: '51', n: '40', submit: 'yes' as const, key: key() }
    await expect(correctMeasurement(as('laureate'), { ...correction, correctionReason: '' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'correctionReason', code: 'missing' }] })
    const { id } = await correctMeasurement(as('laureate'), { ...correction, correctionReason: 'Trois doublons' })
    expect((await correctMeasurement(as('laureate'), { ...correction, correctionReason: 'Trois doublons' })).id).toBe(id)
    await expect(correctMeasurement(as('laureate'), { ...correction, key: key(), correctionReason: 'Encore' })).rejects.toMatchObject({ code: 'conflict', reason: 'measurement_corrected_once' })
    await verifyMeasurement(as('manager-2'), { measurementId: id, version: 0 })
    const kept = await rows('mentor')
    expect(kept.map((each) => [each.id === id, each.value, each.state, each.correctsId]).sort()).toEqual([[false, 48, 'verified', null], [true, 51, 'verified', old]])
  })

  it('alone can be corrected, on its own metric', async () => {
    const id = await submitted()
    await expect(correctMeasurement(as('laureate'), { measurementId: id, ...period, value: '50', n: '40', correctionReason: 'x', key: key() })).rejects.toMatchObject({ code: 'closed' })
    await expect(correctMeasurement(as('manager'), { measurementId: await verified(), ...period, value: '50', n: '40', correctionReason: 'x', key: key() })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is of nobody else’s business', async () => {
    const id = await verified()
    await expect(correctMeasurement(as('rival'), { measurementId: id, ...period, value: '50', n: '40', correctionReason: 'x', key: key() })).rejects.toMatchObject({ code: 'not-found' })
    await expect(verifyMeasurement(as('rival'), { measurementId: await submitted(), version: 0 })).rejects.toMatchObject({ code: 'not-found' })
    await expect(enterMeasurement(as('laureate'), { metricId: programme.metricId, ...period, key: key(), value: 48, n: 40, fileId: world.draft.fileId })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'fileId', code: 'invalid_value' }] })
  })
})
