import postgres from 'postgres'
import { readCsv } from '#lib/domain/csv-reading.ts'
import { addDays } from '#lib/domain/day.ts'
import { importMeasurements, tryImport } from '#lib/server/measurement/import-measurements.ts'
import { addLaureates } from '#tests/bench/laureates.ts'
import { startDatabase } from '#tests/bench/portal.ts'
import { interleaved, report, timed } from '#tests/bench/ratio.ts'

/** A file of 10,000 measurements: read as a trial with every check, beside reading its cells alone; then imported whole. */
const rows = 10_000
const database = await startDatabase()
const admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} })
try {
  const [laureate] = await addLaureates(admin, 1)
  if (!laureate) throw new Error('No laureate was made.')
  const { personId, programme: { id: programmeId, metricId }, period: { periodStart: first } } = laureate
  // Sixty days on which a period starts and sixty lengths, for each of three metrics.
  const lines = Array.from({ length: rows }, (_, index) => {
    const from = addDays(first, (index % 60) - 30)
    return `${metricId},${from},${addDays(from, Math.floor(index / 60) % 60)},${40 + (index % 20)},,,12,${40 + (index % 9)},jours,Relevé,"Ligne ${index}, sans particularité",`
  })
  const distinct = [...new Map(lines.map((line) => [line.split(',').slice(0, 3).join(), line])).values()]
  const { id: second } = await another(metricId)
  const { id: third } = await another(metricId)
  const all = [...distinct, ...distinct.map((line) => line.replace(metricId, second)), ...distinct.map((line) => line.replace(metricId, third))].slice(0, rows)
  const text = ['metric,period_start,period_end,value,numerator,denominator,sd,n,unit,method,note,reason', ...all].join('\r\n')
  const asked = { programmeId, text }
  const { count, faults } = await tryImport({ personId }, asked)
  if (count !== rows) throw new Error(`Read ${count} of ${all.length}: ${JSON.stringify(faults.slice(0, 3))}`)
  const broken = { programmeId, text: text.replaceAll(',jours,', ',heures,') }
  const took = await interleaved(7, {
    parsing: () => timed(async () => readCsv(text)), trial: () => timed(() => tryImport({ personId }, asked)), faulty: () => timed(() => tryImport({ personId }, broken)),
  })
  report(`${rows} measurements: trial reading, every check`, `${took.trial.toFixed(0)} ms`, '≤ 3,000')
  report('  to reading the cells alone', `${(took.trial / took.parsing).toFixed(1)} ×`, 'told')
  report('  trial reading when every row is at fault, all named', `${took.faulty.toFixed(0)} ms`, '≤ 3,000')
  const imported = await timed(() => importMeasurements({ personId }, { ...asked, confirmed: rows }))
  report('  the import, in one transaction', `${imported.toFixed(0)} ms`, 'told')
  const kept = await admin<{ count: number }[]>`select count(*)::int as count from measurement where programme_id = ${programmeId}`
  report('  kept', String(kept[0]?.count), String(rows))
  process.exitCode = took.trial <= 3_000 && took.faulty <= 3_000 && kept[0]?.count === rows ? 0 : 1
} finally {
  await admin.end()
  await database.stop()
}

/** A second metric of the same definition, locked. */
async function another(metricId: string): Promise<{ id: string }> {
  const [made] = await admin<{ id: string }[]>`
    insert into programme_metric select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'position', m.position + 10, 'name', m.name || gen_random_uuid()))).* from programme_metric m where m.id = ${metricId} returning id`
  return made as { id: string }
}
