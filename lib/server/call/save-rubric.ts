import { eq } from 'drizzle-orm'
import { readReferential } from '#db/read/referential.ts'
import { criterion } from '#db/schema/form.ts'
import { manager } from '#lib/domain/access.ts'
import { rubric, weightsAddUp } from '#lib/domain/call-settings.ts'
import { freshSlug } from '#lib/domain/slug.ts'
import { loadCall, mayStillChange, requireKnown, takeTurn, turn } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Saves the grid. What weights add up to matters at publication; on a published call they must make a hundred (`weights`). */
export const saveRubric = command({
  name: 'call.save-rubric',
  input: z.intersection(z.object(turn), rubric),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  when: mayStillChange('rubric'),
  run: async ({ tx, subject, note }, { version, criteria }) => {
    const callId = subject.id
    const before = await tx.select({ id: criterion.id, slug: criterion.slug }).from(criterion).where(eq(criterion.callId, callId))
    requireKnown(criteria, before)
    if (subject.publishedAt !== null && !weightsAddUp(criteria.map(({ weight }) => weight))) throw new Refusal('invalid', { faults: [{ path: 'criteria.0.weight', code: 'weights' }] })
    await takeTurn(tx, subject, version)
    await tx.delete(criterion).where(eq(criterion.callId, callId))
    const taken = new Set(before.map(({ slug }) => slug))
    const rows = criteria.map(({ id, name, ...rest }, position) => {
      const slug = before.find((each) => each.id === id)?.slug ?? freshSlug(name.fr, taken, 'criterion')
      taken.add(slug)
      return { ...(id && { id }), callId, slug, position, name, ...rest }
    })
    if (rows.length > 0) await tx.insert(criterion).values(rows)
    note({ subject: callId, detail: { version: version + 1 } })
  },
})

/** Fills an empty grid with the référentiel's proposal. Refused as `conflict` for `rubric-filled` where there is one. */
export const proposeRubric = command({
  name: 'call.propose-rubric',
  input: z.object(turn),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  when: mayStillChange('rubric'),
  run: async ({ tx, subject, note }, { version }) => {
    const callId = subject.id
    const { rubric: proposal } = await readReferential(tx)
    await takeTurn(tx, subject, version)
    const [found] = await tx.select({ id: criterion.id }).from(criterion).where(eq(criterion.callId, callId)).limit(1)
    if (found) throw new Refusal('conflict', { reason: 'rubric-filled' })
    await tx.insert(criterion).values(proposal.criteria.map(({ slug, name, weight, anchors, note: guidance }, position) => ({ callId, slug, position, name, weight, anchors, guidance })))
    note({ subject: callId, detail: { version: version + 1 } })
  },
})
