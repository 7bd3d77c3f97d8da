import { measurement } from '#db/schema/programme-metric.ts'
import { type Person, signedIn } from '#lib/domain/access.ts'
import { csv } from '#lib/domain/csv.ts'
import { importColumns } from '#lib/domain/measurement-import.ts'
import { command } from '#lib/server/command.ts'
import { importInput, loadImported, readImport, readImportMetrics } from '#lib/server/measurement/read-import.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

const target = z.object({ programmeId: importInput.shape.programmeId, slug: importInput.shape.slug })

/** Which programmes a file may be about, and the template for them: a row for each locked metric. */
export const showImport = query({
  name: 'measurement.show-import',
  input: target,
  may: signedIn,
  read: async ({ tx, actor }, asked) => {
    const metrics = await readImportMetrics(tx, await loadImported(tx, actor, asked))
    const columns = Object.keys(importColumns).map((column) => [column, (row: { name: string; unit: string }) => (column === 'metric' ? row.name : column === 'unit' ? row.unit : null)] as const)
    return { metrics: metrics.length, template: csv(columns, metrics) }
  },
})

/** Reads a file and keeps nothing: how many values it would bring, and every bad cell with its line, its column and why. */
export const tryImport = query({
  name: 'measurement.try-import',
  input: importInput,
  may: signedIn,
  read: async ({ tx, actor, now }, asked) => {
    const { rows, lines, faults } = await readImport(tx, actor, asked, now)
    return { lines, count: rows.length, faults }
  },
})

const atOnce = 1_000

/**
 * Imports a file whole, submitted for somebody else to verify, or nothing of it. `confirmed` restates how many values it is.
 * Refused with `invalid` for `import-faults`, each fault at `<line>.<column>`.
 */
export const importMeasurements = command({
  name: 'measurement.import',
  input: importInput.and(z.object({ confirmed: z.coerce.number().int() })),
  subject: async (read, asked, actor) => (actor === null ? null : loadImported(read, actor, asked)),
  may: signedIn,
  run: async ({ tx, actor, now, note }, { confirmed, ...asked }) => {
    const { rows, faults } = await readImport(tx, actor, asked, now)
    if (faults.length > 0) throw new Refusal('invalid', { reason: 'import-faults', faults: faults.slice(0, 200).map(({ line, column, code }) => ({ path: `${line}.${column ?? ''}`, code })) })
    if (rows.length !== confirmed) throw new Refusal('invalid', { faults: [{ path: 'confirmed', code: 'count' }] })
    const { id: recordedBy } = actor as Person
    const values = rows.map(({ metricId, programmeId, measurement: its }) => Object.assign({ metricId, programmeId, recordedBy, recordedAt: now, state: 'submitted' as const, submittedBy: recordedBy, submittedAt: now }, its))
    for (let from = 0; from < values.length; from += atOnce) await tx.insert(measurement).values(values.slice(from, from + atOnce))
    note({ subject: asked.programmeId ?? '', detail: { measurements: rows.length, ...(asked.slug && { call: asked.slug }) } })
    return { imported: rows.length }
  },
})
