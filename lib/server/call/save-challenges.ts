import { eq, inArray } from 'drizzle-orm'
import { challenge, challengeRupture } from '#db/schema/call.ts'
import { rupture } from '#db/schema/rupture.ts'
import { manager } from '#lib/domain/access.ts'
import { challenges as challengesInput } from '#lib/domain/call-settings.ts'
import { freshSlug } from '#lib/domain/slug.ts'
import { loadCall, mayStillChange, requireKnown, takeTurn, turn } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/**
 * Saves the challenges in their order and the ruptures each points at. One an applicant has chosen stays: taking it away
 * is refused as `conflict` for `in-use`.
 */
export const saveChallenges = command({
  name: 'call.save-challenges',
  input: z.intersection(z.object(turn), challengesInput),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  when: mayStillChange('challenges'),
  run: async ({ tx, subject, note }, { version, challenges }) => {
    const callId = subject.id
    const before = await tx.select({ id: challenge.id, slug: challenge.slug }).from(challenge).where(eq(challenge.callId, callId))
    requireKnown(challenges, before)
    const wanted = [...new Set(challenges.flatMap(({ ruptureIds }) => ruptureIds))]
    const found = wanted.length === 0 ? [] : await tx.select({ id: rupture.id }).from(rupture).where(inArray(rupture.id, wanted))
    if (found.length < wanted.length) throw new Refusal('not-found')
    await takeTurn(tx, subject, version)
    await tx.delete(challengeRupture).where(eq(challengeRupture.callId, callId))
    const gone = before.filter(({ id }) => !challenges.some((row) => row.id === id))
    if (gone.length > 0) await tx.delete(challenge).where(inArray(challenge.id, gone.map(({ id }) => id)))
    const taken = new Set(before.map(({ slug }) => slug))
    for (const [position, { id, title, description, ruptureIds }] of challenges.entries()) {
      const slug = freshSlug(title.fr, taken, 'challenge')
      taken.add(slug)
      const [row] = id === null
        ? await tx.insert(challenge).values({ callId, slug, position, title, description }).returning({ id: challenge.id })
        : await tx.update(challenge).set({ position, title, description }).where(eq(challenge.id, id)).returning({ id: challenge.id })
      const links = [...new Set(ruptureIds)].map((ruptureId, index) => ({ challengeId: row?.id as string, ruptureId, callId, position: index }))
      if (links.length > 0) await tx.insert(challengeRupture).values(links)
    }
    note({ subject: callId, detail: { version: version + 1 } })
  },
})
