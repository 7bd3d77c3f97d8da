import { named, type Setting } from '#db/seed/demonstration/calls.ts'
import { chance } from '#db/seed/demonstration/chance.ts'
import { judgeCall } from '#db/seed/demonstration/judge-call.ts'
import { seatJudges } from '#db/seed/demonstration/judges.ts'
import { readJudging } from '#db/seed/demonstration/judging-files.ts'
import { invitePersonas } from '#db/seed/demonstration/people.ts'
import { readProgrammes, toldCall } from '#db/seed/demonstration/programme-files.ts'
import { publishResults } from '#db/seed/demonstration/publishing.ts'
import { followProgrammes, settleProgramme } from '#db/seed/demonstration/programmes.ts'
import { readDemonstration } from '#db/seed/demonstration/read.ts'
import { fillCall } from '#db/seed/demonstration/start-ups.ts'
import { timesFrom } from '#db/seed/demonstration/times.ts'
import { foundInitiative, reachStage, showStage } from '#lib/server/demonstration/stage.ts'
import { visitor } from '#lib/server/opening.ts'
import { listRuptureNames } from '#lib/server/rupture/list-rupture-names.ts'

/** How far the demonstration is filled; each stage holds those before it, and adds a call that has come further. */
export const demonstrationStages = ['people', 'open-call', 'selection', 'jury', 'programme'] as const
export type DemonstrationStage = (typeof demonstrationStages)[number]
export type DemonstrationOptions = { stage?: DemonstrationStage; seed?: number }

/** The call each stage adds. */
const callOf: Readonly<Partial<Record<DemonstrationStage, string>>> = { 'open-call': 'demo-ouvert', selection: 'demo-selection', jury: 'demo-jury', programme: 'demo-accompagnement' }

/**
 * Fills the demonstration with what is invented, marked as such, by the same verbs people use: up to `stage`, which is
 * all of it unless said otherwise. Safe to run at each start: filled once, one question tells so, and what a start cut
 * short left undone is done. `seed` decides what chance decides. `connect` must have been called, and the instance
 * recorded as a demonstration. Resolves to the number of people added and the stage it is at.
 */
export async function seedDemonstration({ stage = 'programme', seed = 1 }: DemonstrationOptions = {}): Promise<{ added: number; stage: DemonstrationStage }> {
  const filled = await showStage(visitor, {})
  const wanted = demonstrationStages.slice(0, demonstrationStages.indexOf(stage) + 1)
  const reached = demonstrationStages.find((each) => each === filled?.stage)
  if (reached !== undefined && (reached === stage || !wanted.includes(reached))) return { added: 0, stage: reached }
  const { people, added } = await invitePersonas()
  const manager = named(people, 'manager')
  const more = await fillCalls(wanted, manager, people, seed)
  await reachStage({ personId: manager }, { stage, seed })
  return { added: added + more, stage }
}

async function fillCalls(wanted: readonly DemonstrationStage[], manager: string, people: Awaited<ReturnType<typeof invitePersonas>>['people'], seed: number): Promise<number> {
  const slugs = wanted.map((stage) => callOf[stage])
  if (slugs.every((slug) => slug === undefined)) return 0
  const files = readDemonstration()
  await foundInitiative({ personId: manager }, files.initiative)
  const ruptures = new Map((await listRuptureNames(visitor, {})).map((each) => [each.slug, each]))
  const judging = readJudging()
  const { judges, houses, added } = await seatJudges(judging, people)
  const partners = new Map([...judges.map(({ key, organisationId }) => [key, organisationId] as const), ...houses])
  const setting: Setting = { files, manager, times: timesFrom(new Date()), partners, ruptures }
  const told = readProgrammes()
  const stories = new Map(told.programmes.map(({ startUp, worth }) => [startUp, worth] as const))
  const calls = files.calls.filter(({ slug }) => slugs.includes(slug))
  const counts = await Promise.all(calls.map(async (call, index) => {
    const random = chance(seed + index * 7_919)
    const filled = await fillCall(call, setting, people, random)
    const isTold = call.slug === toldCall
    if (isTold) await settleProgramme(setting, told, call.closes)
    await judgeCall({ call, filed: filled.filed, setting, judging, judges, random, stories }, named(people, 'manager-2'))
    if (isTold) {
      await followProgrammes(setting, told, filled.filed, judges, people)
      await publishResults(setting.manager, named(people, 'manager-2'), setting.times, -2)
    }
    return filled.added
  }))
  return counts.reduce((sum, count) => sum + count, added)
}
