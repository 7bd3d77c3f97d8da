import { type AssignmentProblem, voicesOf } from '#lib/domain/assignment.ts'

type Panel = readonly string[]
type Found = { feasible: false } | { feasible: true; floor: { stage: number; rupture: number }; value: number }

/** The best answer to a small question by trying them all, from the aims as they are written down and nothing else. */
export function tryEveryAssignment(problem: AssignmentProblem): Found {
  const { applications, scorers, weights } = problem
  const names = (list: AssignmentProblem['kept']) => new Set(list.map((it) => `${it.applicationId} ${it.scorerId}`))
  const [walled, forbidden, kept] = [names(problem.conflicts), names(problem.forbidden), names(problem.kept)]
  const stays = (application: string, scorer: string) => kept.has(`${application} ${scorer}`) && !walled.has(`${application} ${scorer}`)
  const may = (application: string, scorer: string) => !walled.has(`${application} ${scorer}`) && (stays(application, scorer) || !forbidden.has(`${application} ${scorer}`))
  const knows = (application: string, scorer: string) => {
    const [file, person] = [applications.find(({ id }) => id === application), scorers.find(({ id }) => id === scorer)]
    if (file?.ruptures.some((it) => person?.expertise.ruptures.includes(it))) return 2
    return file?.stages.some((it) => person?.expertise.stages.includes(it)) ? 1 : 0
  }
  const needs = applications.map(({ id }) => Math.max(problem.evaluationsPerApplication, scorers.filter((it) => stays(id, it.id)).length))
  const caps = new Map(scorers.map(({ id, cap }) => [id, Math.max(cap, applications.filter((it) => stays(it.id, id)).length)]))
  const room = (scorer: string) => (caps.get(scorer) as number) - applications.filter((it) => stays(it.id, scorer)).length
  const panelsOf = (index: number): Panel[] => {
    const { id } = applications[index] as { id: string }
    const usable = scorers.map((it) => it.id).filter((scorer) => may(id, scorer) && (stays(id, scorer) || room(scorer) > 0))
    return subsets(usable).filter((panel) => panel.length === needs[index] && usable.every((scorer) => panel.includes(scorer) || !stays(id, scorer)))
  }
  const panels = applications.map((_, index) => panelsOf(index))
  const count = (index: number, panel: Panel, least: number) => panel.filter((scorer) => knows((applications[index] as { id: string }).id, scorer) >= least).length
  const alone = (least: number) => panels.map((some, index) => Math.max(0, ...some.map((panel) => count(index, panel, least))))
  const [mostStage, mostRupture] = [alone(1), alone(2)]
  const loadsOf = (chosen: readonly Panel[]) => scorers.map(({ id }) => chosen.filter((panel) => panel.includes(id)).length)
  const all = product(panels).filter((chosen) => loadsOf(chosen).every((load, index) => load <= (caps.get((scorers[index] as { id: string }).id) as number)))
  if (all.length === 0) return { feasible: false }
  /** The greatest m an answer fulfils: each application has min(m, what it could have alone). */
  const reached = (chosen: readonly Panel[], least: number, most: readonly number[]) =>
    Math.max(...[0, 1, 2, 3, 4, 5].filter((m) => m <= Math.max(...most) && chosen.every((panel, index) => count(index, panel, least) >= Math.min(m, most[index] as number))))
  const stage = Math.max(...all.map((chosen) => reached(chosen, 1, mostStage)))
  const fair = all.filter((chosen) => reached(chosen, 1, mostStage) === stage)
  const rupture = Math.max(...fair.map((chosen) => reached(chosen, 2, mostRupture)))
  const even = evenLoad([...caps.values()], needs.reduce((sum, it) => sum + it, 0))
  const speaks = (scorer: string, voice: 'clinical' | 'livedExperience') => voicesOf(scorers.find(({ id }) => id === scorer) as (typeof scorers)[number])[voice]
  const value = (chosen: readonly Panel[]) => chosen.reduce((sum, panel, index) => sum
    + weights.rupture * count(index, panel, 2) + weights.stage * (count(index, panel, 1) - count(index, panel, 2))
    + (panel.some((scorer) => speaks(scorer, 'clinical')) ? weights.clinical : 0) + (panel.some((scorer) => speaks(scorer, 'livedExperience')) ? weights.livedExperience : 0), 0)
    - loadsOf(chosen).reduce((sum, load) => sum + weights.balance * triangle(Math.max(0, load - even)), 0)
  return { feasible: true, floor: { stage, rupture }, value: Math.max(...fair.filter((chosen) => reached(chosen, 2, mostRupture) === rupture).map(value)) }
}

function evenLoad(caps: readonly number[], total: number): number {
  let load = 0
  while (load < Math.max(...caps) && caps.reduce((sum, cap) => sum + Math.min(cap, load + 1), 0) <= total) load += 1
  return load
}

function triangle(number: number): number {
  return (number * (number + 1)) / 2
}

function subsets(things: readonly string[]): Panel[] {
  return things.reduce<Panel[]>((some, thing) => some.concat(some.map((panel) => [...panel, thing])), [[]])
}

function product(lists: readonly (readonly Panel[])[]): Panel[][] {
  return lists.reduce<Panel[][]>((some, list) => some.flatMap((chosen) => list.map((panel) => [...chosen, panel])), [[]])
}
