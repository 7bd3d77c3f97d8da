import { sql } from 'drizzle-orm'
import { createTranslator } from 'use-intl/core'
import { manager, type Person } from '#lib/domain/access.ts'
import { csv } from '#lib/domain/csv.ts'
import type { Scores } from '#lib/domain/evaluation.ts'
import { evaluationContent } from '#lib/domain/evaluation-marks.ts'
import { totalOf } from '#lib/domain/evaluation-total.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { OrganisationKind } from '#lib/domain/organisation.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { loadMessages } from '#lib/i18n/messages.ts'
import { command } from '#lib/server/command.ts'
import { loadRankedRound } from '#lib/server/ranking/load-ranking.ts'
import { askedRound, readRoundCriteria, roundHead } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

/** `submittedAt` as clocks in Paris showed it, written by the database: 3,000 of them are half the work otherwise. */
type Exported = { number: string; solution: string; organisation: string; scorer: string | null; house: string | null; kind: OrganisationKind | null; submittedAt: string; scores: Scores }

/** The evaluations of a round that count, with their marks and no comment, for its managers to take away; that they were is in the journal. */
export const exportEvaluations = command({
  name: 'evaluation.export',
  input: askedRound.extend({ language: z.enum(['fr', 'en']).nullish().catch(null) }),
  subject: (read, { roundId }, actor) => loadRankedRound(read, roundId, actor),
  may: manager,
  run: async ({ tx, actor, subject, note }, { language }) => {
    const criteria = await readRoundCriteria(tx, subject.id)
    const [found] = await tx.execute<{ rows: Exported[] | null }>(sql`
      with judged as materialized (select a.id, a.number, a.solution, a.organisation_name from round_application ra join application a on a.id = ra.application_id and a.withdrawn_at is null where ra.round_id = ${subject.id}::uuid)
      select json_agg(json_build_object('number', j.number, 'solution', j.solution, 'organisation', j.organisation_name, 'scorer', s.name, 'house', o.name, 'kind', s.partner_kind, 'submittedAt', to_char(e.submitted_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI:SS'), 'scores', e.scores) order by j.number, s.name, s.id) as rows
      from counted_evaluation e join judged j on j.id = e.application_id
      left join scorer s on s.round_id = e.round_id and s.person_id = e.person_id left join organisation o on o.id = s.organisation_id
      where e.round_id = ${subject.id}::uuid`)
    const rows = found?.rows ?? []
    note({ subject: subject.id, detail: { evaluations: rows.length } })
    return { head: roundHead(subject), criteria, rows, locale: language ?? (actor as Person).locale }
  },
})

/** CSV as RFC 4180: a row for each evaluation, a column for each criterion; instants in Paris time. */
export function evaluationsCsv({ criteria, rows, locale }: Awaited<ReturnType<typeof exportEvaluations>>): string {
  const t = createTranslator({ locale, messages: loadMessages(locale) })
  const kinds = new Map<OrganisationKind, string>()
  const kind = (of: OrganisationKind | null) => (of === null ? null : (kinds.get(of) ?? kinds.set(of, t(`organisation.kinds.${of}`)).get(of)))
  const left = t('evaluation.grid.notApplicable')
  const mark = (scores: Scores, id: string) => (scores[id] === null ? left : scores[id])
  return csv<Exported>([
    [t('ranking.columns.number'), ({ number }) => number],
    [t('ranking.columns.solution'), ({ solution }) => solution],
    [t('ranking.columns.organisation'), ({ organisation }) => organisation],
    [t('ranking.columns.scorer'), ({ scorer }) => scorer],
    [t('ranking.columns.house'), ({ house }) => house],
    [t('ranking.columns.kind'), ({ kind: of }) => kind(of)],
    [t('ranking.columns.submittedAt'), ({ submittedAt }) => submittedAt],
    ...criteria.map(({ id, name }) => [inLocale(name, locale as Locale), ({ scores }: Exported) => mark(scores, id)] as const),
    [t('ranking.columns.total'), ({ scores }) => totalOf(evaluationContent({ scores }), criteria).value],
  ], rows)
}
