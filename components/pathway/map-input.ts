import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { MapInput } from '#lib/domain/pathway-map.ts'
import type { PublicLaureate } from '#lib/domain/public-laureate.ts'
import type { PublicRupture } from '#lib/domain/public-rupture.ts'
import { sizeInPeople } from '#lib/domain/rupture.ts'
import type { StageSlug } from '#lib/domain/stage.ts'

export type PathwayStage = { slug: StageSlug; title: Localized; definition: Localized }

/** What the pathway shows, as the page received it. */
export type Pathway = { stages: readonly PathwayStage[]; ruptures: readonly PublicRupture[]; laureates: readonly PublicLaureate[]; /** Bridges with a result compared with its baseline, whatever it says, as `laureate rupture`. */ measured?: readonly string[] }

/** The laureates held to mend a rupture. */
export function bridging(laureates: readonly PublicLaureate[], rupture: string): PublicLaureate[] {
  return laureates.filter(({ ruptures }) => ruptures.some(({ slug }) => slug === rupture))
}

/** What the geometry needs to know of a pathway, titles in one language. */
export function mapInput({ stages, ruptures, laureates }: Pathway, locale: 'fr' | 'en'): MapInput {
  return {
    stages: stages.map(({ slug, title }) => ({ slug, title: inLocale(title, locale) })),
    ruptures: ruptures.map(({ slug, stage, estimates }) => ({
      slug,
      stage,
      size: sizeInPeople(estimates),
      laureates: bridging(laureates, slug).map((laureate) => ({ slug: laureate.slug, name: laureate.name })),
    })),
  }
}
