import { and, asc, count, eq, isNull, notInArray, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { readFormVersions, readRuptureChoices } from '#db/read/call-form.ts'
import { application } from '#db/schema/application.ts'
import { organisation } from '#db/schema/organisation.ts'
import { stage } from '#db/schema/rupture.ts'
import { manager } from '#lib/domain/access.ts'
import { callParts, settledBy } from '#lib/domain/call-settings.ts'
import { formDiff } from '#lib/domain/form-diff.ts'
import { publishingAdvice, publishingNeeds } from '#lib/domain/publishing.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { loadCall, loadSettings } from '#lib/server/call/load-call.ts'
import { query } from '#lib/server/query.ts'

/** How many drafts a change of the form touches: those being written, and those already deposited. Whose they are is not said. */
async function countTouched(read: Reader, callId: string): Promise<{ writing: number; submitted: number }> {
  const [drafts] = await read.execute<{ writing: number }>(sql`select count(*)::int as writing from portal.drafts_in_progress(${callId}::uuid)`)
  const [deposited] = await read.select({ submitted: count() }).from(application).where(and(eq(application.callId, callId), isNull(application.withdrawnAt)))
  return { writing: drafts?.writing ?? 0, submitted: deposited?.submitted ?? 0 }
}

/** A call run here as its managers settle it: every part, what is missing to publish it, and what the form's next version changes. */
export const showSettings = query({
  name: 'call.show-settings',
  input: askedSlug,
  may: manager,
  read: async ({ tx, now }, { slug }) => {
    // The version is read first: what follows is as new or newer, so that a save on it never covers what was not shown.
    const settings = await loadSettings(tx, await loadCall(tx, slug))
    const { call: its, questions } = settings
    const versions = await readFormVersions(tx, its.id)
    const settled = Object.fromEntries(callParts.map((part) => [part, settledBy(part, its, now)])) as Record<(typeof callParts)[number], 'opening' | 'closing' | null>
    return {
      ...settings,
      now,
      versions: versions.map(({ questions: asked, ...rest }) => ({ ...rest, questions: asked.length })),
      needs: publishingNeeds(settings, now),
      advice: publishingAdvice(settings),
      settled,
      ruptures: await readRuptureChoices(tx),
      stages: await tx.select({ slug: stage.slug, title: stage.title }).from(stage).orderBy(asc(stage.position)),
      /** Who may be named as a partner: anybody on the portal who neither applies nor runs the calls. */
      organisations: await tx.select({ id: organisation.id, name: organisation.name }).from(organisation).where(notInArray(organisation.kind, ['start-up', 'operator'])).orderBy(asc(organisation.name)),
      touched: await countTouched(tx, its.id),
      /** Against what applicants are asked now; null before the first version. */
      diff: versions[0] ? formDiff(versions[0].questions, questions) : null,
    }
  },
})
export type CallSettings = Awaited<ReturnType<typeof showSettings>>
