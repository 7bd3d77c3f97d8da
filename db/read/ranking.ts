import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import type { RankingInput } from '#lib/domain/ranking.ts'
import { regionOf } from '#lib/domain/region.ts'
import type { Aggregate, NotApplicableRule } from '#lib/domain/round.ts'
import type { TieKey } from '#lib/domain/tie-rule.ts'

type Ranked = { id: string; aggregate: Aggregate; notApplicable: NotApplicableRule; tieRule: TieKey[]; places: number }

/** What a ranking is made from, as the database tells it in one order; its SHA-256 names it. */
export type RankingFacts = { text: string; sha256: string }

/**
 * The facts of a round that its managers rank by: the judged applications that were not withdrawn, the evaluations that
 * count, the criteria with their weights, and the round's rules. One statement, one text.
 */
export async function readRankingFacts(read: Reader, { id, aggregate, notApplicable, tieRule, places }: Ranked): Promise<RankingFacts> {
  const [found] = await read.execute<{ text: string }>(sql`
    with judged as materialized (
      select a.id, h.slug as challenge, o.postcode from round_application ra
      join application a on a.id = ra.application_id and a.withdrawn_at is null
      join challenge h on h.id = a.challenge_id left join organisation o on o.id = a.organisation_id
      where ra.round_id = ${id}::uuid),
    claimed as materialized (
      select c.application_id, json_agg(json_build_array(u.slug, v.stage) order by c.position) as claims from claim c
      join rupture_version v on v.id = c.rupture_version_id join rupture u on u.id = v.rupture_id
      where c.application_id in (select id from judged) group by c.application_id)
    select json_build_object(
      'applications', (select coalesce(json_agg(json_build_array(j.id, j.challenge, j.postcode, coalesce(c.claims, '[]'::json)) order by j.id), '[]') from judged j left join claimed c on c.application_id = j.id),
      'criteria', (select coalesce(json_agg(json_build_array(id, slug, weight) order by slug), '[]') from round_criterion where round_id = ${id}::uuid),
      'scorers', (select coalesce(json_agg(json_build_array(id, organisation_id, partner_kind) order by id), '[]') from scorer where round_id = ${id}::uuid),
      'evaluations', (select coalesce(json_agg(json_build_array(e.application_id, s.id, e.scores) order by e.application_id, s.id), '[]')
        from counted_evaluation e join judged j on j.id = e.application_id join scorer s on s.round_id = e.round_id and s.person_id = e.person_id where e.round_id = ${id}::uuid))::text as text`)
  const text = `${JSON.stringify({ id, aggregate, notApplicable, tieRule, places })}\n${found?.text ?? ''}`
  return { text, sha256: createHash('sha256').update(text).digest('hex') }
}

type Told = {
  applications: [id: string, challenge: string, postcode: string | null, claims: [rupture: string, stage: string][]][]
  criteria: [id: string, slug: string, weight: number][]
  scorers: [id: string, organisationId: string, partnerKind: string][]
  evaluations: [applicationId: string, scorerId: string, scores: Record<string, number | null>][]
}

/** The input of a ranking from its facts. Criteria go by their slug; the seed comes from the round, and so do its rules. */
export function rankingInputOf({ text }: RankingFacts): RankingInput {
  const end = text.indexOf('\n')
  const { id, ...rules } = JSON.parse(text.slice(0, end)) as Ranked
  const told = JSON.parse(text.slice(end + 1)) as Told
  const slugs = told.criteria.map(([criterionId, slug]) => [criterionId, slug] as const)
  return {
    applications: told.applications.map(([applicationId, challenge, postcode, claims]) => ({
      id: applicationId, ruptures: [...new Set(claims.map(([rupture]) => rupture))], stages: [...new Set(claims.map(([, stage]) => stage))], challenge, region: regionOf(postcode),
    })),
    criteria: told.criteria.map(([, slug, weight]) => ({ id: slug, weight })),
    scorers: told.scorers.map(([scorerId, organisationId, partnerKind]) => ({ id: scorerId, organisationId, partnerKind })),
    evaluations: told.evaluations.map(([applicationId, scorerId, scores]) => ({ applicationId, scorerId, scores: Object.fromEntries(slugs.map(([criterionId, slug]) => [slug, scores[criterionId] ?? null])) })),
    rules: { ...rules, intervalLevel, seed: Number.parseInt(id.slice(0, 8), 16) },
  }
}

/** Probability that an interval is to hold. */
const intervalLevel = 0.9
