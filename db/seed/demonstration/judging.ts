import { createHash } from 'node:crypto'
import type { Setting } from '#db/seed/demonstration/calls.ts'
import type { Filed } from '#db/seed/demonstration/follow-up.ts'
import type { Judge } from '#db/seed/demonstration/judges.ts'
import type { Judging, Level } from '#db/seed/demonstration/judging-files.ts'
import type { Demonstration } from '#db/seed/demonstration/read.ts'
import { actingAt } from '#db/seed/demonstration/times.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { RoundPhase } from '#lib/domain/round.ts'
import { giveAssignment } from '#lib/server/assignment/give-assignment.ts'
import { showBoard } from '#lib/server/assignment/show-board.ts'
import { declareConflicts } from '#lib/server/conflict/declare-conflict.ts'
import { saveEvaluation } from '#lib/server/evaluation/save-evaluation.ts'
import { submitEvaluation } from '#lib/server/evaluation/submit-evaluation.ts'
import { closeRound, openDeclarations, openScoring } from '#lib/server/round/advance-round.ts'
import { createRound } from '#lib/server/round/create-round.ts'
import { saveRoundPresentation, saveRoundRules } from '#lib/server/round/save-round.ts'
import { listRounds, showRound } from '#lib/server/round/show-rounds.ts'
import { addScorers, changeScorer } from '#lib/server/scorer/add-scorer.ts'
import { listScorers } from '#lib/server/scorer/list-scorers.ts'

type Call = Demonstration['calls'][number]
/** A call being judged: its files, who judges, on which days counted from the first start, and what chance decides. */
export type Bench = { call: Call; filed: readonly Filed[]; setting: Setting; judging: Judging; judges: readonly Judge[]; random: () => number; /** What files whose programme is told are worth, by the start-up's name. */ stories: ReadonlyMap<string, number> }
export type Stage = { kind: 'committee' | 'jury'; name: Localized; guidance: Localized; opens: number; due: number; places: number }

/** A round with its rules and its scorers, made unless it is there; and where it stands, since a start may have been cut short. */
export async function makeRound({ call, setting, judges }: Bench, { kind, name, guidance, opens, due, places }: Stage, from: string): Promise<{ roundId: string; phase: RoundPhase }> {
  const at = (hour: string, day = opens - 5) => actingAt(setting.manager, setting.times.instant(day, hour))
  const { rounds } = await listRounds({ personId: setting.manager }, { slug: call.slug })
  const found = rounds.find((each) => each.kind === kind)
  if (found && found.phase !== 'preparing') return { roundId: found.id, phase: found.phase }
  const roundId = found?.id ?? (await createRound(at('10:00'), { slug: call.slug, kind, name, from })).id
  let version = (await showRound({ personId: setting.manager }, { roundId })).head.version
  await saveRoundPresentation(at('10:10'), { roundId, version: version++, name, guidance, applicationsPerScorer: 12, declareBy: setting.times.clock(opens - 1, '18:00'), dueAt: setting.times.clock(due, '18:00') })
  await saveRoundRules(at('10:20'), { roundId, version, evaluationsPerApplication: 3, quorum: 3, places, applicantNames: 'shown', scorerNames: 'shown', shownAfterOwn: 'everything', aggregate: 'mean', notApplicable: 'spread-weights', tieRule: ['median', 'lowest'] })
  await addScorers(at('10:00', opens - 4), { roundId, members: judges.map(({ personId, organisationId }) => ({ personId, organisationId })) })
  return { roundId, phase: 'preparing' }
}

/** Gives each scorer two stages and the ruptures they know, in turn; the first of a jury leads it. */
export async function describeScorers({ setting }: Bench, roundId: string, kind: Stage['kind']): Promise<void> {
  const { scorers, stages } = await listScorers({ personId: setting.manager }, { roundId })
  const ids = [...setting.ruptures.values()].map(({ id }) => id)
  for (const [index, { id, livedExperience, clinical, cap }] of scorers.entries()) {
    const known = [stages[index % stages.length]?.slug, stages[(index + 1) % stages.length]?.slug].filter((slug) => slug !== undefined)
    await changeScorer({ personId: setting.manager }, { scorerId: id, livedExperience, clinical, chair: kind === 'jury' && index === 0, cap: String(cap), stages: known, ruptureIds: ids.filter((_, rupture) => rupture % scorers.length === index) })
  }
}

/** Asks for links of interest; each declares, but those who have not found the time yet. */
export async function declareLinks({ setting, judges, filed }: Bench, roundId: string, opens: number, silent: readonly string[]): Promise<void> {
  const { head } = await showRound({ personId: setting.manager }, { roundId })
  await openDeclarations(actingAt(setting.manager, setting.times.instant(opens - 3, '09:00')), { roundId, version: head.version })
  const eligible = (await showBoard({ personId: setting.manager }, { roundId })).applications.map(({ id }) => id)
  const linked = (index: number) => filed.map(({ draftId }) => draftId).filter((id) => eligible.includes(id))[index]
  for (const judge of judges) {
    if (silent.includes(judge.key)) continue
    const wanted = judge.key === 'conflicted' ? [[linked(1), 'investment'], [linked(4), 'collaboration']] as const : judge.key === 'helene.vasseur' ? [[linked(2), 'client-or-supplier']] as const : []
    const links = wanted.flatMap(([applicationId, reason]) => (applicationId === undefined ? [] : [{ applicationId, reason }]))
    await declareConflicts(actingAt(judge.personId, setting.times.instant(opens - 2, '20:00')), { roundId, links, noneForOthers: 'yes' })
  }
}

/** Gives each application to three scorers without a link, the least laden first, and opens scoring. */
export async function giveWork({ setting, judges }: Bench, roundId: string, opens: number): Promise<void> {
  const manager = { personId: setting.manager }
  const at = actingAt(setting.manager, setting.times.instant(opens, '09:00'))
  const board = await showBoard(manager, { roundId })
  const load = new Map(judges.map(({ personId }) => [personId, 0]))
  for (const [index, { id }] of board.applications.entries()) {
    const turn = judges.map((judge, seat) => ({ judge, order: (seat + index * 3) % judges.length })).sort((a, b) => (load.get(a.judge.personId) ?? 0) - (load.get(b.judge.personId) ?? 0) || a.order - b.order)
    let given = board.applications[index]?.given ?? 0
    for (const { judge } of turn) {
      if (given === board.wanted) break
      // A link of interest refuses it: the next one takes it.
      const taken = await giveAssignment(at, { roundId, applicationId: id, personId: judge.personId }).then(() => true, () => false)
      if (taken) load.set(judge.personId, (load.get(judge.personId) ?? 0) + 1)
      if (taken) given += 1
    }
  }
  const { head } = await showRound(manager, { roundId })
  await openScoring(at, { roundId, version: head.version, confirmed: 'yes' })
}

/** How far somebody's work on their n-th application has come. */
export type Progress = (judge: Judge, index: number, of: number) => 'none' | 'begun' | 'submitted'

/** Scores what was given, as far as each has come, and what was invented of each file's worth: 1 to 5. */
export async function scoreWork(bench: Bench, roundId: string, { opens, due }: Pick<Stage, 'opens' | 'due'>, worth: ReadonlyMap<string, number>, progress: Progress): Promise<void> {
  const { setting, judges, random } = bench
  const manager = { personId: setting.manager }
  const [board, { criteria }] = await Promise.all([showBoard(manager, { roundId }), showRound(manager, { roundId })])
  for (const judge of judges) {
    const own = board.applications.flatMap(({ id, work }) => work.filter(({ personId }) => personId === judge.personId).map((each) => ({ id: each.id, applicationId: id, isSubmitted: each.state === 'submitted' })))
    for (const [index, { id, applicationId, isSubmitted }] of own.entries()) {
      const done = progress(judge, index, own.length)
      if (done === 'none') continue
      const marks = criteria.map((criterion) => ({ criterion, mark: Math.max(1, Math.min(5, Math.round((worth.get(applicationId) ?? 3) + judge.severity + (random() + random() - 1) * 1.4))) }))
      const kept = done === 'begun' ? marks.slice(0, 2) : marks
      const when = actingAt(judge.personId, setting.times.instant(Math.min(opens + 1 + ((index * 2) % Math.max(1, due - opens - 1)), 0), '08:00'))
      const fields = { ...Object.fromEntries(kept.map(({ criterion, mark }) => [`scores.${criterion.id}`, mark])), ...commentsOf(bench, applicationId, kept.map(({ mark }) => mark), done) }
      if (isSubmitted) continue
      await saveEvaluation(when, { evaluationId: id, version: 0, key: keyOf(id), fields })
      if (done === 'submitted') await submitEvaluation(when, { evaluationId: id, version: 1, key: keyOf(id) })
    }
  }
}

function commentsOf({ judging, filed, random }: Bench, applicationId: string, marks: readonly number[], done: 'begun' | 'submitted') {
  const mean = marks.reduce((sum, mark) => sum + mark, 0) / marks.length
  const level: Level = mean >= 3.6 ? 'high' : mean >= 2.5 ? 'middle' : 'low'
  const locale = filed.find(({ draftId }) => draftId === applicationId)?.locale ?? 'fr'
  const pick = (texts: readonly string[]) => texts[Math.floor(random() * texts.length)] as string
  const toApplicant = { commentToApplicant: pick(judging.toApplicant[locale][level]) }
  return done === 'begun' ? toApplicant : { ...toApplicant, commentToJury: pick(judging.toJury[level]) }
}

/** Closes a round on a day. */
export async function finishRound({ setting }: Bench, roundId: string, day: number): Promise<void> {
  const { head } = await showRound({ personId: setting.manager }, { roundId })
  await closeRound(actingAt(setting.manager, setting.times.instant(day, '19:00')), { roundId, version: head.version, confirmed: 'yes' })
}

/** The same key for the same attempt. */
function keyOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 40)
}
