import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ClaimableRupture, ClaimWords } from '#components/claim/claimable.ts'
import { figureWords } from '#components/rupture/figure-words.ts'
import { type Estimate, type EvidenceGrade, headline } from '#lib/domain/estimate.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { StageSlug } from '#lib/domain/stage.ts'

type Found = Pick<Estimate, 'low' | 'central' | 'high' | 'unit' | 'approximate' | 'name'>
export type RuptureRow = {
  versionId: string; slug: string; version: number; isCurrent: boolean; stage: StageSlug; title: Localized; summary: Localized; population: Localized; evidence: EvidenceGrade
  people: Found | null; cost: Found | null; indicators: readonly Found[]; source: { title: string; year: number | null } | null
}

/** The cards of ruptures in the reader's language. */
export async function claimableRuptures(rows: readonly RuptureRow[]): Promise<ClaimableRupture[]> {
  const [t, locale] = await Promise.all([getTranslations('rupture.figure'), getLocale()])
  const words = (figure: Found | null) => {
    const said = figure && figureWords(figure, locale, t)
    return said?.found ? (said.range === null ? said.main : `${said.main} (${said.range})`) : null
  }
  return rows.map(({ versionId, slug, version, isCurrent, stage, title, summary, population, evidence, people, cost, indicators, source }) => ({
    versionId, slug, version, isCurrent, stage, evidence,
    title: inLocale(title, locale),
    summary: inLocale(summary, locale),
    population: inLocale(population, locale),
    people: words(people),
    cost: words(cost),
    source: source && (source.year === null ? source.title : `${source.title} (${source.year})`),
    proposals: indicators.map((each) => ({ indicator: inLocale(each.name, locale), unit: each.unit === null ? '' : inLocale(each.unit, locale), baseline: headline(each), figure: words(each), metric: null })),
  }))
}

/** The sentences a claim is written with. */
export async function claimWords(): Promise<ClaimWords> {
  const { claim, application, rupture, laureate } = await getMessages()
  const { high, medium, low } = rupture.evidence
  return { claim, levels: application.evidenceLevels, grades: { high: high.word, medium: medium.word, low: low.word }, stages: laureate.stages }
}
