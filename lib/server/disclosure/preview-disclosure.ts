import { createHash } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { readFollowedResults, readReleases } from '#db/read/result.ts'
import { disclosure } from '#db/schema/disclosure.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import { earlierCounts, resultsOf, type DisclosureContent } from '#lib/domain/result.ts'
import { resultChanges } from '#lib/domain/result-change.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { loadCall, type CallRow } from '#lib/server/call/load-call.ts'
import { query } from '#lib/server/query.ts'

/** What keeps results from going out, in words that can be acted on; null when nothing does. */
export type DisclosureObstacle = 'walled-off' | 'nothing' | 'unchanged' | 'exposed'

/** What the public would see if it went out now, and why not more. Managers whom a link walls off from a laureate see nothing of it. */
export async function loadPreview(read: Reader, its: CallRow) {
  const [[hidden], followed, releases, [pending]] = await Promise.all([
    read.execute<{ count: number }>(sql`select portal.walled_off_files(${its.id}::uuid) as count`),
    readFollowedResults(read, its.id), readReleases(read, its.id),
    read.select().from(disclosure).where(and(eq(disclosure.callId, its.id), isNull(disclosure.releasedAt), isNull(disclosure.cancelledAt))),
  ])
  const walledOff = (hidden?.count ?? 0) > 0
  const { results, reasons, exposed } = walledOff ? { results: [], reasons: {}, exposed: [] } : resultsOf(followed, earlierCounts(releases.map(({ content }) => content)))
  const content: DisclosureContent = { call: its.slug, title: its.title, demonstration: its.demonstration, results }
  const text = canonicalJson(content)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const last = releases.at(-1)
  const obstacle: DisclosureObstacle | null = walledOff ? 'walled-off' : results.length === 0 ? 'nothing' : exposed.length > 0 ? 'exposed' : last?.sha256 === sha256 ? 'unchanged' : null
  return { content, text, sha256, reasons, exposed, releases, last, pending: pending ?? null, obstacle }
}

/** The results of a call exactly as the public would see them, what changes since the last release, and the proposal that waits. Throws `not-found`. */
export const previewDisclosure = query({
  name: 'disclosure.preview',
  input: askedSlug,
  may: manager,
  read: async ({ tx, actor, now }, { slug }) => {
    const its = await loadCall(tx, slug)
    const { content, sha256, reasons, releases, last, pending, obstacle } = await loadPreview(tx, its)
    return {
      now, content, sha256, reasons, obstacle,
      call: { slug: its.slug, title: its.title, demonstration: its.demonstration },
      changes: resultChanges(last?.content.results ?? [], content.results),
      releases: releases.map(({ sequence, releasedAt, sha256: digest }) => ({ sequence, releasedAt, sha256: digest })),
      pending: pending && { id: pending.id, proposedAt: pending.proposedAt, isOwn: pending.proposedBy === (actor as Person).id, stands: pending.sha256 === sha256 },
    }
  },
})
export type DisclosurePreview = Awaited<ReturnType<typeof previewDisclosure>>
