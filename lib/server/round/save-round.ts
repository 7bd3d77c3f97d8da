import { eq } from 'drizzle-orm'
import { roundCriterion } from '#db/schema/round.ts'
import { manager } from '#lib/domain/access.ts'
import { roundCriteria, roundPresentation, roundRules } from '#lib/domain/round-settings.ts'
import { criterionOfTie } from '#lib/domain/tie-rule.ts'
import { freshSlug } from '#lib/domain/slug.ts'
import { requireKnown } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { beforeScoring, during, loadRound, roundTurn, takeRoundTurn } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

/** Saves a round's name, guidance, dates and how many applications a scorer usually gets, until it is closed. */
export const saveRoundPresentation = command({
  name: 'round.save-presentation',
  input: z.intersection(z.object(roundTurn), roundPresentation),
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  when: during('preparing', 'declaring', 'scoring'),
  run: async ({ tx, subject, note }, { version, name, guidance, applicationsPerScorer, declareBy, dueAt }) => {
    await takeRoundTurn(tx, subject, version, { name, guidance, applicationsPerScorer, declareBy, dueAt })
    note({ subject: subject.id, detail: { version: version + 1 } })
  },
})

/** Saves the rules a round is judged by, until scoring opens. Code at `tieRule`: `invalid_value` for a criterion the grid has not. */
export const saveRoundRules = command({
  name: 'round.save-rules',
  input: z.intersection(z.object(roundTurn), roundRules),
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  when: beforeScoring,
  run: async ({ tx, subject, note }, { roundId: _round, version, ...rules }) => {
    const grid = await tx.select({ slug: roundCriterion.slug }).from(roundCriterion).where(eq(roundCriterion.roundId, subject.id))
    const unknown = rules.tieRule.map(criterionOfTie).some((slug) => slug !== null && !grid.some((each) => each.slug === slug))
    if (unknown) throw new Refusal('invalid', { faults: [{ path: 'tieRule', code: 'invalid_value' }] })
    await takeRoundTurn(tx, subject, version, rules)
    note({ subject: subject.id, detail: { version: version + 1, ...rules } })
  },
})

/**
 * Saves a round's grid, until scoring opens. Refused with `conflict` for `criterion-in-tie-rule` when one that breaks
 * ties would go.
 */
export const saveRoundCriteria = command({
  name: 'round.save-criteria',
  input: z.intersection(z.object(roundTurn), roundCriteria),
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  when: beforeScoring,
  run: async ({ tx, subject, note }, { version, criteria }) => {
    const roundId = subject.id
    const before = await tx.select({ id: roundCriterion.id, slug: roundCriterion.slug }).from(roundCriterion).where(eq(roundCriterion.roundId, roundId))
    requireKnown(criteria, before)
    const gone = before.filter(({ id }) => !criteria.some((row) => row.id === id))
    if (subject.tieRule.some((key) => gone.some(({ slug }) => slug === criterionOfTie(key)))) throw new Refusal('conflict', { reason: 'criterion-in-tie-rule' })
    await takeRoundTurn(tx, subject, version)
    await tx.delete(roundCriterion).where(eq(roundCriterion.roundId, roundId))
    const taken = new Set(before.map(({ slug }) => slug))
    const rows = criteria.map(({ id, name, ...rest }, position) => {
      const slug = before.find((each) => each.id === id)?.slug ?? freshSlug(name.fr, taken, 'criterion')
      taken.add(slug)
      return { ...(id && { id }), roundId, slug, position, name, ...rest }
    })
    if (rows.length > 0) await tx.insert(roundCriterion).values(rows)
    note({ subject: roundId, detail: { version: version + 1 } })
  },
})
