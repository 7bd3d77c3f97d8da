/** What of the managers' board is in view: kept in its address, the same for the page, its files and its reminders. */
import { type FlagRule, flagRules } from '#lib/domain/flag.ts'

export const boardFilters = ['call', 'rupture', 'stage', 'partner', 'flag'] as const
export type BoardFilter = (typeof boardFilters)[number]
/** By slug, a partner by identifier, a flag by its rule; '' for all. */
export type BoardView = Readonly<Record<BoardFilter, string>>

type Viewed = { call: string; metrics: readonly { rupture: string; stage: string }[]; partners: readonly { id: string }[]; flags: readonly { rule: FlagRule }[] }

/** Whether a laureate is in view. One of its metrics must meet both rupture and stage. */
export function isInView({ call, metrics, partners, flags }: Viewed, view: BoardView): boolean {
  const about = (view.rupture === '' && view.stage === '') || metrics.some(({ rupture, stage }) => meets(rupture, view.rupture) && meets(stage, view.stage))
  return about && meets(call, view.call) && (view.partner === '' || partners.some(({ id }) => id === view.partner)) && (view.flag === '' || flags.some(({ rule }) => rule === view.flag))
}

function meets(value: string, wanted: string): boolean {
  return wanted === '' || value === wanted
}

/** How many laureates of a view bear each flag, whichever flag is chosen. */
export function flagCounts(laureates: readonly Viewed[], view: BoardView): { rule: FlagRule; count: number }[] {
  const others = laureates.filter((each) => isInView(each, { ...view, flag: '' }))
  return flagRules.map((rule) => ({ rule, count: others.filter(({ flags }) => flags.some((flag) => flag.rule === rule)).length }))
}

/** "?rupture=…&flag=…", '' where everything is in view. */
export function boardQuery(view: BoardView): string {
  const chosen = boardFilters.filter((name) => view[name] !== '')
  return chosen.length === 0 ? '' : `?${new URLSearchParams(chosen.map((name) => [name, view[name]]))}`
}
