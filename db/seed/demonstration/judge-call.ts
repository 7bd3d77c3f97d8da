import { decideAll, meet } from '#db/seed/demonstration/deciding.ts'
import { type Bench, declareLinks, describeScorers, finishRound, giveWork, makeRound, type Progress, scoreWork, type Stage } from '#db/seed/demonstration/judging.ts'
import { toldCall } from '#db/seed/demonstration/programme-files.ts'
import { actingAt } from '#db/seed/demonstration/times.ts'
import { planDeliberation } from '#lib/server/deliberation/plan-deliberation.ts'
import { findDeliberation } from '#lib/server/deliberation/show-deliberation.ts'
import { addApplications } from '#lib/server/round/choose-applications.ts'
import { openDeclarations, openScoring } from '#lib/server/round/advance-round.ts'
import { showRound } from '#lib/server/round/show-rounds.ts'
import { declareConflicts } from '#lib/server/conflict/declare-conflict.ts'

/** Days, counted from the first start: when each round of a call opens, is due, and the jury meets. */
const calendar: Readonly<Record<string, { committee: [opens: number, due: number]; jury?: [opens: number, meets: number]; decides?: number }>> = {
  'demo-selection': { committee: [-3, 9] },
  'demo-jury': { committee: [-30, -12], jury: [-6, 3] },
  'demo-accompagnement': { committee: [-198, -180], jury: [-174, -165], decides: -160 },
}

/** Who has come how far where scoring is under way: one persona at work, one who has not declared, the others nearly done. */
const underWay: Progress = ({ key }, index, of) => {
  if (key === 'scorer') return index < 2 ? 'submitted' : index === 2 ? 'begun' : 'none'
  if (key === 'scorer-2') return 'none'
  if (key === 'conflicted') return index === 0 ? 'submitted' : 'none'
  return index < of - 1 ? 'submitted' : key === 'bruno.cassel' ? 'begun' : 'none'
}
const allDone: Progress = () => 'submitted'

/** Judges a call as far as its calendar says: a committee at work, a jury about to meet, or decisions out. Done once. */
export async function judgeCall(bench: Bench, secondManager: string): Promise<void> {
  const days = calendar[bench.call.slug]
  if (days === undefined) return
  const worth = worthOf(bench)
  const [opens, due] = days.committee
  const committee: Stage = { kind: 'committee', ...bench.judging.committee, opens, due, places: 6 }
  const { roundId, phase } = await makeRound(bench, committee, '')
  if (phase === 'preparing') await describeScorers(bench, roundId, 'committee')
  if (phase === 'preparing') await declareLinks(bench, roundId, opens, days.jury === undefined ? ['scorer-2'] : [])
  if (phase === 'preparing' || phase === 'declaring') await giveWork(bench, roundId, opens)
  if (phase !== 'closed') await scoreWork(bench, roundId, committee, worth, days.jury === undefined ? underWay : allDone)
  if (days.jury === undefined) return
  if (phase !== 'closed') await finishRound(bench, roundId, due + 1)
  await judgeInJury(bench, days.jury, worth, roundId, secondManager, days.decides)
}

async function judgeInJury(bench: Bench, [opens, meets]: [number, number], worth: ReadonlyMap<string, number>, from: string, secondManager: string, decides: number | undefined): Promise<void> {
  const { setting, judging } = bench
  // Six sit in the jury.
  const jurors = bench.judges.slice(0, 6)
  const jury: Bench = { ...bench, judges: jurors }
  const { roundId, phase } = await makeRound(jury, { kind: 'jury', ...judging.jury, opens, due: meets, places: 3 }, from)
  if (phase === 'closed') return
  const at = (day: number, hour: string) => actingAt(setting.manager, setting.times.instant(day, hour))
  const turn = async () => ({ roundId, version: (await showRound({ personId: setting.manager }, { roundId })).head.version })
  if (phase === 'preparing') {
    const shortlist = [...worth].sort((a, b) => b[1] - a[1]).slice(0, 6).map(([id]) => id)
    await addApplications(at(opens - 4, '12:00'), { roundId, applicationIds: shortlist })
    await describeScorers(jury, roundId, 'jury')
    await openDeclarations(at(opens - 3, '09:00'), await turn())
  }
  if (phase !== 'scoring') {
    for (const { personId } of jurors) await declareConflicts(actingAt(personId, setting.times.instant(opens - 2, '20:00')), { roundId, links: [], noneForOthers: 'yes' })
    await openScoring(at(opens, '09:00'), { ...(await turn()), confirmed: 'yes' })
  }
  const planned = await findDeliberation({ personId: setting.manager }, { roundId })
  const deliberationId = planned ?? (await planDeliberation(at(opens, '10:00'), { roundId })).deliberationId
  if (decides === undefined) return
  await meet(jury, deliberationId, meets, worth)
  await decideAll(bench, secondManager, roundId, deliberationId, decides)
}

/** What each eligible file is worth, as invented: chance decides, but where a programme is to be told; then the others come after. */
function worthOf({ call, filed, random, stories }: Bench): Map<string, number> {
  const isTold = filed.some(({ name }) => call.slug === toldCall && stories.has(name))
  const worth = (name: string) => (isTold ? stories.get(name) : undefined) ?? 1.8 + random() * (isTold ? 1.2 : 2.6)
  return new Map(filed.filter(({ screened }) => screened?.eligibility === 'eligible').map(({ draftId, name }) => [draftId, worth(name)]))
}
