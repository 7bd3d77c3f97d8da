import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '#tests/access/world.ts'
import { parseCsv } from '#tests/db/parse-csv.ts'
import { admin } from '#tests/db/database.ts'
import { makeProgramme, monthsAgo } from '#tests/factories/programme.ts'
import { importMeasurements, showImport, tryImport } from '#lib/server/measurement/import-measurements.ts'

/** A file of measurements comes in whole or not at all, and each cell that keeps it out is named. */
let world: World
let made: Awaited<ReturnType<typeof makeProgramme>>
let days: string[]
type Who = 'laureate' | 'manager' | 'mentor'
const as = (who: Who) => ({ personId: world.people[who].id })
const header = 'metric,period_start,period_end,value,numerator,denominator,sd,n,unit,method,note,reason'
const file = (...lines: string[]) => [header, ...lines].join('\r\n')
const row = (month: number, value: string, more = ',,,12,40,jours,,,') => `${made.metricId},${days[month]},${days[month - 1]},${value}${more}`
const kept = () => admin.unsafe<{ value: number; state: string; n: number; surprise_reason: string | null }[]>('select value, state, n, surprise_reason from measurement where programme_id = $1 order by period_end', [made.id])

beforeAll(async () => {
  world = await makeWorld(admin)
  days = await Promise.all([0, 1, 2, 3, 4].map((months) => monthsAgo(admin, months, -1)))
})
beforeEach(async () => {
  made = await makeProgramme(admin, { organisationId: world.organisations['laureate start-up'], managerId: world.people.manager.id, laureateId: world.people.laureate.id })
})

describe('a file of measurements', () => {
  it('is read as a trial first, which keeps nothing, then comes in whole, submitted', async () => {
    const text = file(row(3, '"48,5"'), row(2, '46'), row(1, '95', ',,,12,40,jours,,,Un service a fermé'))
    expect(await tryImport(as('laureate'), { programmeId: made.id, text })).toEqual({ lines: 3, count: 3, faults: [] })
    expect(await kept()).toHaveLength(0)
    await expect(importMeasurements(as('laureate'), { programmeId: made.id, text, confirmed: 2 })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'confirmed', code: 'count' }] })
    expect(await importMeasurements(as('laureate'), { programmeId: made.id, text, confirmed: 3 })).toEqual({ imported: 3 })
    expect((await kept()).map(({ value, state, n, surprise_reason: reason }) => [value, state, n, reason])).toEqual([[48.5, 'submitted', 40, null], [46, 'submitted', 40, null], [95, 'submitted', 40, 'Un service a fermé']])
  })

  it('names each bad cell by line and column and keeps nothing of the good ones', async () => {
    const text = file(row(3, '48'), row(2, 'beaucoup'), row(1, '95'), `Inconnu,${days[2]},${days[1]},1,,,,1,,,,`)
    const { faults } = await tryImport(as('laureate'), { programmeId: made.id, text })
    expect(faults.map(({ line, column, code, value }) => [line, column, code, value])).toEqual([[3, 'value', 'not-a-number', 'beaucoup'], [4, 'reason', 'unexplained', ''], [5, 'metric', 'unknown-metric', 'Inconnu']])
    await expect(importMeasurements(as('laureate'), { programmeId: made.id, text, confirmed: 1 })).rejects.toMatchObject({ code: 'invalid', reason: 'import-faults', faults: [{ path: '3.value', code: 'not-a-number' }, { path: '4.reason', code: 'unexplained' }, { path: '5.metric', code: 'unknown-metric' }] })
    expect(await kept()).toHaveLength(0)
  })

  it('takes nothing for a metric that is not locked, nor a second value for a period that has one', async () => {
    const proposed = file(`${made.proposedMetricId},${days[2]},${days[1]},,20,90,,,%,,,`)
    expect((await tryImport(as('laureate'), { programmeId: made.id, text: proposed })).faults).toMatchObject([{ line: 2, column: 'metric', code: 'unknown-metric' }])
    const text = file(row(2, '46'))
    await importMeasurements(as('laureate'), { programmeId: made.id, text, confirmed: 1 })
    expect((await tryImport(as('laureate'), { programmeId: made.id, text })).faults).toMatchObject([{ line: 2, column: 'metric', code: 'already-measured' }])
    await expect(importMeasurements(as('laureate'), { programmeId: made.id, text, confirmed: 1 })).rejects.toMatchObject({ code: 'invalid', reason: 'import-faults' })
    expect(await kept()).toHaveLength(1)
  })

  it('is refused with an explanation when it looks like people', async () => {
    const text = `patient_id,metric,period_start,period_end,value,n\n${[1, 2, 3, 4, 5].map((each) => `P${each}00,${made.metricId},${days[2]},${days[1]},48,1`).join('\n')}`
    const { faults, count } = await tryImport(as('laureate'), { programmeId: made.id, text })
    expect(count).toBe(0)
    expect(faults.map(({ column, code }) => [column, code])).toEqual(expect.arrayContaining([['patient_id', 'identifier'], ['n', 'one-row-per-person']]))
  })

  it('is brought by a manager for every laureate of a call, who then is not the one to verify it', async () => {
    const text = file(`"${made.number} ${await nameOf(made.metricId)}",${days[2]},${days[1]},46,,,12,40,jours,,,`)
    expect(await importMeasurements(as('manager'), { slug: made.call.slug, text: text.replace(`${made.number} `, ''), confirmed: 1 })).toEqual({ imported: 1 })
    const [row] = await admin<{ by: string }[]>`select submitted_by as by from measurement where programme_id = ${made.id}`
    expect(row?.by).toBe(world.people.manager.id)
    for (const who of ['laureate', 'mentor'] as const) await expect(tryImport(as(who), { slug: made.call.slug, text })).rejects.toMatchObject({ code: 'not-found' })
    await expect(tryImport(as('mentor'), { programmeId: made.id, text })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('has a template that reads back once its values are filled in', async () => {
    const { template, metrics } = await showImport(as('laureate'), { programmeId: made.id })
    const [names, line] = parseCsv(template)
    expect([metrics, names, line?.slice(0, 1), line?.[8]]).toEqual([1, header.split(','), [await nameOf(made.metricId)], 'jours'])
    const filled = [names, [line?.[0], days[2], days[1], '46', '', '', '12', '40', 'jours', '', '', '']].map((cells) => cells?.map((cell) => `"${cell}"`).join(',')).join('\r\n')
    expect(await tryImport(as('laureate'), { programmeId: made.id, text: filled })).toMatchObject({ count: 1, faults: [] })
  })
})

async function nameOf(metricId: string): Promise<string> {
  const [row] = await admin<{ name: string }[]>`select name from programme_metric where id = ${metricId}`
  return row?.name ?? ''
}
