import { cache } from 'react'
import { signedInCaller } from '#lib/server/actor.ts'
import { findDeliberation, showDeliberation } from '#lib/server/deliberation/show-deliberation.ts'
import { orNotFound } from '#lib/server/page.ts'
import { showRound } from '#lib/server/round/show-rounds.ts'

export type Props = { params: Promise<{ id: string }> }

/** A round's meeting, for its managers, once for a page and its title; null before it is planned. */
export const loadMeeting = cache(async (roundId: string) => {
  const caller = await signedInCaller()
  const { head } = await orNotFound(showRound(caller, { roundId }))
  const deliberationId = await findDeliberation(caller, { roundId })
  return { head, meeting: deliberationId === null ? null : await orNotFound(showDeliberation(caller, { deliberationId })) }
})
