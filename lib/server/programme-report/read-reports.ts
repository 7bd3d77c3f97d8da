import type { Reader } from '#db/client.ts'
import { readProgrammeBoard } from '#db/read/programme-board.ts'
import { readProgrammeReports, type ReportRow } from '#db/read/programme-report.ts'
import { measuredInterval } from '#lib/domain/measurement.ts'
import { lastVerified } from '#lib/domain/measured-series.ts'
import { outcomeOf } from '#lib/domain/roll-up.ts'
import { type BoardLaureate, flagged } from '#lib/server/programme/show-board.ts'

/** One laureate of a call as its reader may see it, with all a report says; null where there is none to see. Two statements. */
export async function readReport(read: Reader, call: string, programmeId: string, today: string) {
  const rows = await readProgrammeBoard(read, call, programmeId)
  const [laureate] = await withReports(read, rows.map((row) => flagged(row, today)))
  return laureate ?? null
}

/** Laureates of the board with the rest of what a report says. One statement, however many they are. */
export async function withReports(read: Reader, laureates: readonly BoardLaureate[]) {
  const more = new Map((await readProgrammeReports(read, laureates.map(({ id }) => id))).map((each) => [each.id, each]))
  return laureates.flatMap((laureate) => {
    const its = more.get(laureate.id)
    return its === undefined ? [] : [reportOf(laureate, its)]
  })
}

function reportOf(laureate: BoardLaureate, { pitch, mood, metrics: defined, commitments, sessions }: ReportRow) {
  const metrics = laureate.metrics.flatMap((metric) => {
    const more = defined.find(({ id }) => id === metric.id)
    if (more === undefined) return []
    const last = lastVerified(metric.points)
    const baselineInterval = measuredInterval(metric, { value: metric.baseline, n: more.baselineN, numerator: null, denominator: null, sd: null })
    const outcome = outcomeOf({ ...metric, baselineInterval, latest: last && { value: last.value, interval: last.bounds }, suppressed: false })
    return [Object.assign({ baselineInterval, outcome }, metric, more)]
  })
  return { ...laureate, metrics, pitch, mood, promised: commitments, sessions }
}
/** A laureate as a report says it; days are Paris days. `suppressed` is nobody's outcome here: what few hide from the public, who follows them reads. */
export type Reported = Awaited<ReturnType<typeof withReports>>[number]
export type ReportedMetric = Reported['metrics'][number]
