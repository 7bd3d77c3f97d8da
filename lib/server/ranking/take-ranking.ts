import { manager, type Person } from '#lib/domain/access.ts'
import { rankingSorts } from '#lib/domain/ranked-row.ts'
import { command } from '#lib/server/command.ts'
import { loadRankedRound } from '#lib/server/ranking/load-ranking.ts'
import { showRanking } from '#lib/server/ranking/show-ranking.ts'
import { askedRound } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

/** A ranking whole, in the order of a view, to be taken away as a file; that it was is in the journal. Refused with `conflict` for `walled-off`. */
export const exportRanking = command({
  name: 'ranking.export',
  input: askedRound.extend({ sort: z.enum(rankingSorts).catch('rank'), language: z.enum(['fr', 'en']).nullish().catch(null) }),
  ahead: (caller, { roundId }) => showRanking(caller, { roundId }),
  subject: (read, { roundId }, actor) => loadRankedRound(read, roundId, actor),
  may: manager,
  run: async ({ actor, subject, ahead, note }, { sort, language }) => {
    note({ subject: subject.id, detail: { facts: ahead.factsSha256, applications: ahead.rows.length } })
    return { ...ahead, sort, locale: language ?? (actor as Person).locale }
  },
})
