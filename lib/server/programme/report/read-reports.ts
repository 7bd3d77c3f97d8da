import type { Reader } from '#db/client.ts'
import { type BoardRow, readProgrammeBoard } from '#db/read/programme-board.ts'
import { readProgrammeReports, type ReportRow } from '#db/read/programme-report.ts'
import { measuredInterval } from '#lib/domain/measurement.ts'
import { lastVerified } from '#lib/domain/measured-series.ts'
import { outcomeOf } from '#lib/domain/roll-up.ts'
import { flagged } from '#lib/server/programme/show-board.ts'

/** Laureates of a call, or one of them, as their reader may see them, with all a report says. Two statements, however many they are. */
export async function readReports(read: Reader, callId: string, today: string, among: { programmeId?: string; passes?: (row: BoardRow) => boolean } = {}) {
  const { programmeId, passes = () => true } = among
  const rows = (await readProgrammeBoard(read, callId, programmeId)).filter(passes)
  const more = new Map((await readProgrammeReports(read, rows.map(({ id }) => id))).map((each) => [each.id, each]))
  return rows.flatMap((row) => {
    const its = more.get(row.id)
    return its === undefined ? [] : [reportOf(row, its, today)]
  })
}

function reportOf(row: BoardRow, { number, pitch, mood, metrics: defined, commitments, sessions }: ReportRow, today: string) {
  const its = flagged(row, today)
  const metrics = its.metrics.flatMap((metric) => {
    const more = defined.find(({ id }) => id === metric.id)
    if (more === undefined) return []
    const last = lastVerified(metric.points)
    const baselineInterval = measuredInterval(metric, { value: metric.baseline, n: more.baselineN, numerator: null, denominator: null, sd: null })
    const outcome = outcomeOf({ ...metric, baselineInterval, latest: last && { value: last.value, interval: last.bounds }, suppressed: false })
    return [Object.assign({ baselineInterval, outcome }, metric, more)]
  })
  return { ...its, metrics, number, pitch, mood, promised: commitments, sessions }
}
/** A laureate as a report says it; days are Paris days. `suppressed` is nobody's outcome here: what few hide from the public, who follows them reads. */
export type Reported = Awaited<ReturnType<typeof readReports>>[number]
export type ReportedMetric = Reported['metrics'][number]
