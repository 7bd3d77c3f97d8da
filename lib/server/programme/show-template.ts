import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { programme, programmeTemplate } from '#db/schema/programme.ts'
import { referentialDocument } from '#db/schema/rupture.ts'
import { manager } from '#lib/domain/access.ts'
import { programmeTemplate as referential } from '#lib/domain/programme.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { query } from '#lib/server/query.ts'

/** Months after the start at which outcomes are asked for again, unless managers say otherwise: our proposal. */
const usualFollowUps = [12, 24]

/** What laureates of a call go through: as its managers settled it, or the référentiel's where they have not yet. Version 0 is before anybody saved. */
export async function loadTemplate(read: Reader, callId: string) {
  const [saved] = await read.select().from(programmeTemplate).where(eq(programmeTemplate.callId, callId))
  if (saved) return { ...saved, isSaved: true }
  const [document] = await read.select({ content: referentialDocument.content }).from(referentialDocument).where(eq(referentialDocument.slug, 'programme-template'))
  const { months, modules, milestones } = referential.parse(document?.content)
  return { callId, months, modules, milestones, followUps: usualFollowUps, startsOn: null, version: 0, isSaved: false }
}

/** The programme a call's laureates will go through, and how many do already. */
export const showTemplate = query({
  name: 'programme.show-template',
  input: askedSlug,
  may: manager,
  read: async ({ tx }, { slug }) => {
    // The version is read first: what follows is as new or newer.
    const { id, slug: _slug, title, demonstration } = await loadCall(tx, slug)
    const template = await loadTemplate(tx, id)
    const running = await tx.$count(programme, and(eq(programme.callId, id), isNull(programme.stoppedAt)))
    return { call: { slug, title, demonstration }, template, running }
  },
})
export type ShownTemplate = Awaited<ReturnType<typeof showTemplate>>
