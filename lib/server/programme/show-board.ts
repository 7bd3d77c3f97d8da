import type { Reader } from '#db/client.ts'
import { type BoardRow, readBoardNames, readProgrammeBoard } from '#db/read/programme-board.ts'
import { manager } from '#lib/domain/access.ts'
import { boardFilters, type BoardFilter, type BoardView, flagCounts, isInView } from '#lib/domain/board-view.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { flagRules, flags } from '#lib/domain/flag.ts'
import type { Localized } from '#lib/domain/localized.ts'
import { lastVerified, measuredSeries } from '#lib/domain/measured-series.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

const chosen = z.string().max(200).catch('').default('')

/** What of the board is in view; whatever cannot be a name is taken as none. */
export const askedBoard = z.object({ call: chosen, rupture: chosen, stage: chosen, partner: chosen, flag: chosen })

/** The laureates a manager follows, with their flags of today: nothing of those a link walls off. */
export const showProgrammeBoard = query({
  name: 'programme.board',
  input: askedBoard,
  may: manager,
  read: ({ tx, now }, view) => readBoard(tx, view, parisDate(now)),
})
export type ProgrammeBoard = Awaited<ReturnType<typeof readBoard>>
export type BoardLaureate = ProgrammeBoard['laureates'][number]

/**
 * The board in view on a Paris day, with what can be chosen and how many laureates each choice has. `call` is the one chosen,
 * null for all or where there is none of that name; `unknown` are the filters whose value names nothing. Four statements.
 */
export async function readBoard(read: Reader, view: BoardView, today: string) {
  const [rows, { calls, ruptures, stages }] = await Promise.all([readProgrammeBoard(read, view.call), readBoardNames(read, view.call)])
  const all = rows.map((each) => flagged(each, today))
  const count = (has: (row: BoardRow) => boolean) => rows.filter(has).length
  const named = (list: readonly { slug: string; title: Localized }[], of: (row: BoardRow, slug: string) => boolean) =>
    list.map(({ slug, title }) => ({ value: slug, title, count: count((row) => of(row, slug)) })).filter((each) => each.count > 0)
  const choices = {
    call: calls.map(({ slug, title }) => ({ value: slug, title })),
    rupture: named(ruptures, ({ metrics }, slug) => metrics.some((each) => each.rupture === slug)),
    stage: named(stages, ({ metrics }, slug) => metrics.some((each) => each.stage === slug)),
    partner: partnersOf(rows).map(({ id, name }) => ({ value: id, name, count: count(({ partners }) => partners.some((each) => each.id === id)) })),
    flag: flagRules.map((value) => ({ value })),
  }
  const call = calls.find(({ slug }) => slug === view.call) ?? null
  return {
    today, view, call, choices,
    calls: calls.map(({ slug, title, demonstration }) => ({ slug, title, demonstration })),
    unknown: boardFilters.filter((name: BoardFilter) => view[name] !== '' && !choices[name].some(({ value }) => value === view[name])),
    total: rows.length,
    counts: flagCounts(all, view),
    laureates: all.filter((each) => isInView(each, view)),
  }
}

/** By name, each once. */
function partnersOf(rows: readonly BoardRow[]) {
  const known = new Map(rows.flatMap(({ partners }) => partners.map(({ id, name }) => [id, name] as const)))
  return [...known].map(([id, name]) => ({ id, name })).toSorted((one, two) => one.name.localeCompare(two.name, 'fr'))
}

/** A laureate with its metrics as series and the flags of a day. */
export function flagged(row: BoardRow, today: string) {
  const metrics = row.metrics.map(({ measurements, ...each }) => {
    const points = measuredSeries({ ...each, lowest: null, highest: null }, measurements)
    const last = lastVerified(points)
    return { ...each, points: points.map(({ on, value, bounds, n, state }) => ({ on, value, bounds, n, state })), latest: last && { on: last.on, value: last.value, interval: last.bounds } }
  })
  const raised = flags({ programme: row, lastContactOn: row.lastContactOn, milestones: row.milestones, metrics: metrics.filter(({ locked }) => locked), commitments: row.commitments, checkIns: row.checkIns }, today)
  return { ...row, metrics, flags: raised }
}
