import { readDisclosedCalls, readReleases, readResults } from '#db/read/result.ts'
import { anyone } from '#lib/domain/access.ts'
import { resultChanges } from '#lib/domain/result-change.ts'
import { slug } from '#lib/domain/slug.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Every result as last released, of all calls, or of one rupture or laureate. */
export const listResults = query({
  name: 'result.list',
  input: z.object({ rupture: slug.optional().catch(''), laureate: slug.optional().catch('') }),
  may: anyone,
  read: ({ tx }, only) => readResults(tx, { ...(only.rupture !== undefined && { rupture: only.rupture }), ...(only.laureate !== undefined && { laureate: only.laureate }) }),
})

/** Calls whose results anyone may read, the last released first. */
export const listDisclosedCalls = query({ name: 'result.calls', input: z.object({}), may: anyone, read: ({ tx }) => readDisclosedCalls(tx) })

/** One release of a call's results, the last unless one is named, with what it changed. Throws `not-found`. */
export const showDisclosure = query({
  name: 'result.show',
  input: askedSlug.extend({ sequence: z.coerce.number().int().min(1).max(1e6).optional().catch(0) }),
  may: anyone,
  read: async ({ tx }, { slug: name, sequence }) => {
    const its = await loadCall(tx, name)
    const releases = await readReleases(tx, its.id)
    const at = sequence === undefined ? releases.length - 1 : releases.findIndex((release) => release.sequence === sequence)
    const shown = releases[at]
    if (shown === undefined) throw new Refusal('not-found')
    return {
      call: { slug: its.slug, title: its.title, demonstration: its.demonstration },
      ...shown,
      changes: at === 0 ? [] : resultChanges(releases[at - 1]?.content.results ?? [], shown.content.results),
      releases: releases.map((release) => ({ sequence: release.sequence, releasedAt: release.releasedAt })),
    }
  },
})
