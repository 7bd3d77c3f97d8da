import type { Highs } from 'highs'
import { type AssignmentCase, barred } from '#lib/domain/assignment-case.ts'
import type { Floor } from '#lib/domain/assignment-seats.ts'
import { pointsOf, stepCost } from '#lib/domain/assignment-value.ts'

/** The best value under a floor, from all pairs and all rows at once as whole numbers: slow, plain, and written apart from the solver. */
export function denseOptimum(highs: Highs, it: AssignmentCase, floor: Floor): number {
  const { weights } = it.problem
  const [worth, rows, whole, bounds]: [string[], string[], string[], string[]] = [[], [], [], []]
  const columns = it.scorers.length
  const plus = (names: readonly string[]) => names.join(' + ')
  for (const [i] of it.applications.entries()) {
    const may = it.scorers.map((_, j) => j).filter((j) => it.level[i * columns + j] !== barred)
    const named = (which: (j: number) => boolean) => may.filter(which).map((j) => `x${i}_${j}`)
    const knowing = (least: number) => named((j) => (it.level[i * columns + j] as number) >= least)
    whole.push(...named(() => true))
    rows.push(`${plus(named(() => true))} = ${it.need[i]}`, ...named((j) => it.kept[i * columns + j] === 1).map((name) => `${name} = 1`))
    for (const j of may) worth.push(`${pointsOf(it)[it.level[i * columns + j] as number]} x${i}_${j}`)
    if ((floor.stage[i] as number) > 0) rows.push(`${plus(knowing(1))} >= ${floor.stage[i]}`)
    if ((floor.rupture[i] as number) > 0) rows.push(`${plus(knowing(2))} >= ${floor.rupture[i]}`)
    for (const [voice, speaks, points] of [['c', it.clinical, weights.clinical], ['l', it.livedExperience, weights.livedExperience]] as const) {
      whole.push(`${voice}${i}`)
      worth.push(`${points} ${voice}${i}`)
      rows.push([`${voice}${i}`, ...named((j) => speaks[j] === 1)].join(' - ').concat(' <= 0'))
    }
  }
  for (const [j] of it.scorers.entries()) {
    const steps = Array.from({ length: Math.max(0, (it.cap[j] as number) - it.evenLoad) }, (_, step) => it.evenLoad + 1 + step)
    bounds.push(...steps.map((step) => `0 <= s${j}_${step} <= 1`))
    worth.push(...steps.map((step) => `- ${stepCost(it, step)} s${j}_${step}`))
    const given = it.applications.map((_, i) => i).filter((i) => it.level[i * columns + j] !== barred).map((i) => `x${i}_${j}`)
    if (given.length > 0) rows.push([plus(given), ...steps.map((step) => `s${j}_${step}`)].join(' - ').concat(` <= ${Math.min(it.evenLoad, it.cap[j] as number)}`))
  }
  const programme = ['Maximize', ` points: ${worth.join(' + ').replaceAll('+ -', '-')}`, 'Subject To', ...rows.map((row, at) => ` r${at}: ${row}`), 'Bounds', ...bounds, 'Binary', ...whole, 'End']
  return Math.round(highs.solve(programme.join('\n'), { output_flag: false, mip_rel_gap: 0 }).ObjectiveValue)
}
