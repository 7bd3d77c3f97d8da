/**
 * A rupture is a documented break in a care pathway: a lost chance for the people on it.
 * Sizes compare only like with like, people in France in a year; visits, shares and delays are written, never sized.
 * Head counts and costs are never added across ruptures: their populations overlap.
 */
import { z } from 'zod'
import { parisDate } from '#lib/domain/calendar.ts'
import { type Estimate, estimate, evidenceGrades, headline, isFound, type SizeKind } from '#lib/domain/estimate.ts'
import { inLocale, type Localized, localized } from '#lib/domain/localized.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'
import { stageSlugs } from '#lib/domain/stage.ts'

export const ruptureFields = ['sante-mentale', 'cardiologie', 'oncologie'] as const
export type RuptureField = (typeof ruptureFields)[number]

export const dataSourceTypes = [
  'CRCDC', 'CépiDc', 'EGB', 'IQSS', 'OSCOUR', 'OSCOUR/RPU', 'PMSI', 'RIM-P', 'RPPS', 'SAE', 'SNDS',
  'enquete', 'enquete-ARS', 'enquete-DREES', 'enquete-association', 'etude', 'litterature', 'sondage',
] as const
export type DataSourceType = (typeof dataSourceTypes)[number]

/** What a version of a rupture holds, without its estimates; see `rupture` for the whole. */
export const ruptureContent = z.object({
  slug,
  stage: z.enum(stageSlugs),
  stageIsProposal: z.boolean(),
  field: z.enum(ruptureFields),
  title: localized,
  summary: localized,
  population: localized,
  indicatorDefinition: localized,
  dataSourceTypes: z.array(z.enum(dataSourceTypes)).min(1),
  evidence: z.enum(evidenceGrades),
  sourceIds: z.array(sourceId).min(1),
})

const rupture = ruptureContent.extend({ estimates: z.array(estimate) })
export type Rupture = z.infer<typeof rupture>

type Sized = Pick<Estimate, 'kind' | 'low' | 'central' | 'high' | 'sizeKind'>

const comparableSizes: readonly SizeKind[] = ['people-per-year', 'people-stock']

/** The head count of a rupture: the first estimate of kind `patients`, found or not. */
export function headCount<E extends { kind: Estimate['kind'] }>(estimates: readonly E[]): E | null {
  return estimates.find(({ kind }) => kind === 'patients') ?? null
}

/** True when somebody counted the people (or visits) concerned. */
export function isQuantified(estimates: readonly Sized[]): boolean {
  const count = headCount(estimates)
  return count !== null && isFound(count)
}

/** True when that count is of people in France in a year, so that it may be compared and drawn to size. */
export function isSized(estimates: readonly Sized[]): boolean {
  return sizeInPeople(estimates) !== null
}

/** People in France in a year, or null when the count is missing or counts something else. */
export function sizeInPeople(estimates: readonly Sized[]): number | null {
  const count = headCount(estimates)
  if (count?.sizeKind == null || !comparableSizes.includes(count.sizeKind)) return null
  return headline(count)
}

/** Estimates that contradict each other, grouped: at least two per group, in the order they were given. */
export function conflicts<E extends { conflictGroup: string | null }>(estimates: readonly E[]): E[][] {
  const groups = Map.groupBy(estimates.filter(({ conflictGroup }) => conflictGroup !== null), ({ conflictGroup }) => conflictGroup)
  return [...groups.values()].filter((group) => group.length > 1)
}

/** What a citation line is made of; the sentence around it belongs to the messages. */
export type Citation = { portal: string; title: string; version: number; publishedOn: string; address: string }

/** Pieces to cite one version of a rupture. `portalUrl` is the portal's origin; the date is the Paris one. */
export function citation(
  cited: { slug: string; title: Localized; version: number; publishedAt: Date },
  locale: 'fr' | 'en',
  portalUrl: string,
): Citation {
  return {
    portal: 'Passerelle',
    title: inLocale(cited.title, locale),
    version: cited.version,
    publishedOn: parisDate(cited.publishedAt),
    address: new URL(`/${locale}/ruptures/${cited.slug}?version=${cited.version}`, portalUrl).href,
  }
}
