import type { Filed } from '#db/seed/demonstration/follow-up.ts'
import { type Bench, finishRound } from '#db/seed/demonstration/judging.ts'
import { actingAt } from '#db/seed/demonstration/times.ts'
import { decide, refuseIneligible } from '#lib/server/decision/decide.ts'
import { listDecisions } from '#lib/server/decision/list-decisions.ts'
import { openDecision } from '#lib/server/decision/open-decision.ts'
import { proposeRelease, releaseDecisions } from '#lib/server/decision/release-decisions.ts'
import { arrive, scoreInJury } from '#lib/server/deliberation/attend-deliberation.ts'
import { endDeliberation, moveDeliberation, noteDeliberation, startDeliberation, stepDeliberation } from '#lib/server/deliberation/lead-deliberation.ts'
import { showDeliberation } from '#lib/server/deliberation/show-deliberation.ts'

const half = (value: number) => Math.max(1, Math.min(5, Math.round(value * 2) / 2))

/** A jury's meeting from its first application to its last: private scores, reveal, final scores nearer to one another. Held once. */
export async function meet({ setting, judges, judging, random }: Bench, deliberationId: string, day: number, worth: ReadonlyMap<string, number>): Promise<void> {
  let minute = 0
  const at = (personId: string) => actingAt(personId, new Date(setting.times.instant(day, '14:00').getTime() + (minute += 1) * 60_000))
  const turn = async () => ({ deliberationId, version: (await showDeliberation({ personId: setting.manager }, { deliberationId })).version })
  if ((await showDeliberation({ personId: setting.manager }, { deliberationId })).state !== 'planned') return
  await startDeliberation(at(setting.manager), await turn())
  for (const { personId } of judges) await arrive(at(personId), { deliberationId })
  const { agenda } = await showDeliberation({ personId: setting.manager }, { deliberationId })
  for (const [index, { applicationId }] of agenda.entries()) {
    if (index > 0) await moveDeliberation(at(setting.manager), { ...(await turn()), applicationId })
    const given = (personId: string, score: number) => scoreInJury(at(personId), { deliberationId, applicationId, score: half(score) }).catch(() => {})
    await stepDeliberation(at(setting.manager), { ...(await turn()), step: 'private' })
    for (const { personId, severity } of judges) await given(personId, (worth.get(applicationId) ?? 3) + severity + (random() - 0.5) * 1.6)
    await stepDeliberation(at(setting.manager), { ...(await turn()), step: 'revealed' })
    await noteDeliberation(at(setting.manager), { deliberationId, applicationId, notesVersion: 0, notes: judging.notes[index % judging.notes.length] ?? '' })
    await stepDeliberation(at(setting.manager), { ...(await turn()), step: 'final' })
    for (const { personId, severity } of judges) await given(personId, (worth.get(applicationId) ?? 3) + severity / 2 + (random() - 0.5) * 0.6)
    await stepDeliberation(at(setting.manager), { ...(await turn()), step: 'settled' })
  }
  await endDeliberation(at(setting.manager), { ...(await turn()), confirmed: 'yes' })
}

/** Decides by the jury's order, releases with the other manager, and lets some read theirs. Left alone once released. */
export async function decideAll(bench: Bench, secondManager: string, juryRoundId: string, deliberationId: string, day: number): Promise<void> {
  const { call: { slug }, filed, setting, judging, stories } = bench
  const manager = actingAt(setting.manager, setting.times.instant(day, '09:00'))
  if ((await listDecisions({ personId: setting.manager }, { slug })).releasedAt !== null) return
  const { places } = await showDeliberation({ personId: setting.manager }, { deliberationId })
  await finishRound(bench, juryRoundId, day - 1)
  await refuseIneligible(manager, { slug })
  const laureates = places.slice(0, stories.size).map(({ id }) => id)
  const reserves = places.slice(stories.size, stories.size + 1).map(({ id }) => id)
  const standing = (await listDecisions({ personId: setting.manager }, { slug })).rows.filter(({ outcome }) => outcome === null)
  for (const [index, { id }] of standing.entries()) {
    const { locale } = filed.find(({ draftId }) => draftId === id) as Filed
    const outcome = laureates.includes(id) ? 'laureate' : reserves.includes(id) ? 'reserve' : 'not-selected'
    const motives = judging.motives[locale]
    await decide(manager, { slug, chosen: [{ id, version: '' }], outcome, reserveRank: outcome === 'reserve' ? '1' : '', motive: outcome === 'laureate' ? '' : motives[index % motives.length], juryText: judging.juryText[locale] })
  }
  await proposeRelease(manager, { slug, sha256: (await listDecisions({ personId: setting.manager }, { slug })).sha256 })
  const listed = await listDecisions({ personId: secondManager }, { slug })
  await releaseDecisions(actingAt(secondManager, setting.times.instant(day, '11:00')), { slug, releaseId: listed.pending?.id ?? '', confirmed: listed.rows.length })
  for (const [index, { draftId, ownerId }] of filed.entries()) if (index % 3 !== 2) await openDecision(actingAt(ownerId, setting.times.instant(day, '18:00')), { applicationId: draftId })
}

