/** Turns what the solver chose into the answer people read: who, what each application got and why not more, what binds. */
import { bindings } from '#lib/domain/assignment-binds.ts'
import { roundPrice, upperBound } from '#lib/domain/assignment-bound.ts'
import { type AssignmentCase, barred, byPair, compare, named } from '#lib/domain/assignment-case.ts'
import type { FloorFound } from '#lib/domain/assignment-floor.ts'
import type { SolvedAssignment, VoiceState } from '#lib/domain/assignment-result.ts'
import { loadsOf, total, valueParts } from '#lib/domain/assignment-value.ts'
import { expertises } from '#lib/domain/assignment.ts'

/** `pairs`: the whole assignment, kept pairs included; `exhausted`: the solver's own search found nothing better. */
export type Chosen = { pairs: readonly number[]; prices: readonly number[]; exhausted: boolean }

/** The answer to a case. It is `optimal` by the prices when these leave no whole point to gain. */
export function answer(it: AssignmentCase, found: FloorFound, { pairs, prices: given, exhausted }: Chosen): SolvedAssignment {
  const prices = given.map(roundPrice)
  const [parts, bound, load] = [valueParts(it, pairs), upperBound(it, found.floor, prices), loadsOf(it, pairs)]
  const value = total(parts)
  const solved = {
    pairs: pairs.map((pair) => ({ ...named(it, pair), expertise: expertises[it.level[pair] as number] as (typeof expertises)[number], kept: it.kept[pair] === 1 })).sort(byPair),
    objective: { floor: found.least, value, bound, parts, evenLoad: it.evenLoad },
    applications: applicationsOf(it, pairs, load),
    scorers: it.scorers.map(({ id, cap }, j) => ({ id, load: load[j] as number, cap, price: prices[j] as number })).sort((a, b) => compare(a.id, b.id)),
    binds: bindings(it, found, pairs, prices),
  }
  if (leavesNothing(value, bound)) return { status: 'optimal', proof: 'prices', ...solved }
  return exhausted ? { status: 'optimal', proof: 'search', ...solved } : { status: 'unproven', ...solved }
}

/** True when a bound proves a value: values are whole, so less than one point above is nothing. */
export function leavesNothing(value: number, bound: number): boolean {
  return bound < value + 1 - 1e-6
}

function applicationsOf(it: AssignmentCase, pairs: readonly number[], load: Int32Array): SolvedAssignment['applications'] {
  const columns = it.scorers.length
  const panels: number[][] = it.applications.map(() => [])
  for (const pair of pairs) panels[Math.floor(pair / columns)]?.push(pair)
  const voice = (i: number, speaks: Uint8Array): VoiceState => {
    if (panels[i]?.some((pair) => speaks[pair % columns] === 1)) return 'heard'
    let state: VoiceState = 'nobody'
    for (let j = 0; j < columns; j += 1) {
      if (speaks[j] === 0 || it.level[i * columns + j] === barred || it.cap[j] === 0) continue
      if ((load[j] as number) < (it.cap[j] as number)) return 'traded'
      state = 'caps'
    }
    return state
  }
  return it.applications.map(({ id }, i) => {
    const panel = panels[i] as number[]
    const knowing = (level: number) => panel.filter((pair) => it.level[pair] === level).length
    return { id, evaluations: panel.length, organisations: new Set(panel.map((pair) => it.scorers[pair % columns]?.organisationId)).size, rupture: knowing(2), stage: knowing(1), clinical: voice(i, it.clinical), livedExperience: voice(i, it.livedExperience) }
  }).sort((a, b) => compare(a.id, b.id))
}
