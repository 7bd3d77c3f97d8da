import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { horizontalMeasures, layOut, verticalMeasures } from '#lib/domain/pathway-map.ts'
import { mapInput, type Pathway } from '#components/pathway/map-input.ts'
import { PathwayEntries } from '#components/pathway/pathway-entries.tsx'
import { PathwayLegend } from '#components/pathway/pathway-legend.tsx'
import { PathwayLine } from '#components/pathway/pathway-line.tsx'
import { PathwayTable } from '#components/pathway/pathway-table.tsx'

const wide = { ...horizontalMeasures, length: 1136, lead: 30, hatch: 14, mostShare: 0.08 }
const tall = { ...verticalMeasures, length: 2400, mostShare: 0.05 }

/**
 * The pathway map: one line through the stages, a gap for each rupture, an arch for each laureate, and under it every
 * rupture in words. Wide screens lay the line across; narrow ones run it down the side of the words.
 */
export function PathwayMap({ pathway, source }: { pathway: Pathway; source: ReactNode }) {
  const locale = useLocale()
  const input = mapInput(pathway, locale)
  const across = layOut(input, wide)
  const down = layOut(input, tall)
  return (
    <figure className="pathway">
      <div className="hidden lg:block">
        <PathwayLine map={across} pathway={pathway} />
      </div>
      <figcaption className="mt-2 lg:mt-4">
        <PathwayLegend perPerson={down.perPerson} source={source} measured={(pathway.measured ?? []).length > 0} />
      </figcaption>
      <PathwayEntries pathway={pathway} down={down} />
      <PathwayTable pathway={pathway} />
    </figure>
  )
}
