import { invitePersonas } from '#db/seed/demonstration/people.ts'
import { reachStage, showStage } from '#lib/server/demonstration/stage.ts'
import { visitor } from '#lib/server/opening.ts'

/** How far the demonstration is filled; each stage holds those before it. */
export const demonstrationStages = ['people'] as const
export type DemonstrationStage = (typeof demonstrationStages)[number]
export type DemonstrationOptions = { stage?: DemonstrationStage; seed?: number }

/**
 * Fills the demonstration with what is invented, marked as such, by the same verbs people use: up to `stage`, which is
 * all of it unless said otherwise. Safe to run at each start: filled once, one question tells so, and what a start cut
 * short left undone is done. `seed` decides what chance decides. `connect` must have been called, and the instance
 * recorded as a demonstration. Resolves to the number of people added.
 */
export async function seedDemonstration({ stage = demonstrationStages[demonstrationStages.length - 1] as DemonstrationStage, seed = 1 }: DemonstrationOptions = {}): Promise<{ added: number }> {
  const filled = await showStage(visitor, {})
  const wanted = demonstrationStages.indexOf(stage)
  if (filled !== null && demonstrationStages.indexOf(filled.stage as DemonstrationStage) >= wanted) return { added: 0 }
  const { people, added } = await invitePersonas()
  await reachStage({ personId: people.get('manager') ?? null }, { stage, seed })
  return { added }
}
