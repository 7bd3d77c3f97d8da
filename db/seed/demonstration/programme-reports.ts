import type { Stage } from '#db/seed/demonstration/programmes.ts'
import { answerCheckIn } from '#lib/server/check-in/answer-check-in.ts'
import { saveCheckIn } from '#lib/server/check-in/save-check-in.ts'
import { skipCheckIn } from '#lib/server/check-in/skip-check-in.ts'
import { submitCheckIn } from '#lib/server/check-in/submit-check-in.ts'

type ToldCheckIn = Stage['told']['checkIns'][number]
type Written = Exclude<ToldCheckIn, { skipped: string }>

/** Each month's report, written and answered, or skipped. */
export async function playReports(stage: Stage): Promise<void> {
  const { ownerId, person, at, now } = stage
  for (const told of stage.told.checkIns) {
    const its = (await now()).checkIns.find(({ month }) => month === told.month)
    if (!its) continue
    if (its.submittedAt === null && its.skippedAt === null) {
      if ('skipped' in told) await skipCheckIn(at(ownerId, told.day, '18:00'), { checkInId: its.id, reason: told.skipped })
      else await write(stage, its, told)
    }
    if ('answer' in told && told.answer && its.answers.length === 0) await answerCheckIn(at(person(told.answer.by), told.answer.day, '08:45'), { checkInId: its.id, text: told.answer.text })
  }
}

async function write({ ownerId, organisation, at, now }: Stage, { id: checkInId, version }: { id: string; version: number }, { day, mood, moodReason, blockers, ask, notes }: Written): Promise<void> {
  const milestones = (await now()).milestones.toSorted((a, b) => a.position - b.position)
  const progress = notes.flatMap((note, index) => (note === null || !milestones[index] ? [] : [[`progress.${milestones[index].id}.state`, 'begun'], [`progress.${milestones[index].id}.note`, note]]))
  const fields = { ...Object.fromEntries(progress), mood, ...(moodReason && { moodReason }), ...(blockers && { blockers }), ...(ask && { askOrganisationId: organisation(ask.partner), ask: ask.text }) }
  const saved = version === 0 ? await saveCheckIn(at(ownerId, day, '17:30'), { checkInId, version, key: `demonstration-${day}`, fields }) : { version }
  await submitCheckIn(at(ownerId, day, '17:45'), { checkInId, version: saved.version })
}
