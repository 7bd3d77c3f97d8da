/** Somebody who scores in a round for the partner organisation they sit in, and what they know best. */
import { mailAddress } from '#lib/domain/person.ts'
import type { OrganisationKind } from '#lib/domain/organisation.ts'
import { wholeNumber } from '#lib/domain/round-settings.ts'
import { stageSlugs } from '#lib/domain/stage.ts'
import { z } from 'zod'

const scorerLimits = { cap: { least: 0, most: 500 }, ruptures: 100, atOnce: 200 } as const

/** What a manager says of a scorer. `cap`: how many applications at most. */
export const scorerProfile = z.object({
  livedExperience: z.boolean(),
  clinical: z.boolean(),
  chair: z.boolean(),
  cap: wholeNumber(scorerLimits.cap),
  stages: z.array(z.enum(stageSlugs)).max(stageSlugs.length).transform((stages) => [...new Set(stages)]),
  ruptureIds: z.array(z.uuid()).max(scorerLimits.ruptures).transform((ids) => [...new Set(ids)]),
})
export type ScorerProfile = z.output<typeof scorerProfile>

/** Members of the call's partners, each for the organisation they sit in. */
export const chosenMembers = z.object({ members: z.array(z.object({ personId: z.uuid(), organisationId: z.uuid() })).min(1).max(scorerLimits.atOnce) })

/** Somebody of any partner organisation, by their address. */
export const addressedMember = z.object({ email: mailAddress })

/** What is proposed of somebody, from the kind of organisation they sit in; a manager corrects it. */
export function usualProfile(kind: OrganisationKind, cap: number): ScorerProfile {
  return { livedExperience: kind === 'patient-association', clinical: kind === 'hospital', chair: false, cap, stages: [], ruptureIds: [] }
}
