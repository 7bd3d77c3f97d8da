import { useLocale, useTranslations } from 'next-intl'
import { interval } from '#lib/domain/estimate.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicEstimate } from '#lib/domain/public-rupture.ts'
import { axisFrom } from '#components/chart/axis.ts'
import { IntervalPlot, plotWidth } from '#components/chart/interval-plot.tsx'
import { numbersOf } from '#components/rupture/estimate-groups.ts'
import { EstimateFacts } from '#components/rupture/estimate-facts.tsx'
import { useFigureWords } from '#components/rupture/figure.tsx'
import type { NotedSource } from '#components/ui/source-note.tsx'

/** The two figures every rupture is asked for: how many people, and what it costs. Not found is said as plainly as found. */
export function MainFigures({ people, costs, sources }: { people: PublicEstimate | null; costs: readonly PublicEstimate[]; sources: readonly NotedSource[] }) {
  return (
    <div className="grid gap-x-12 gap-y-8 border-y-2 border-line py-6 md:grid-cols-2">
      {[...(people ? [people] : []), ...costs].map((estimate) => (
        <MainFigure key={estimate.slug} estimate={estimate} sources={sources} />
      ))}
    </div>
  )
}

function MainFigure({ estimate, sources }: { estimate: PublicEstimate; sources: readonly NotedSource[] }) {
  const t = useTranslations('rupture')
  const locale = useLocale()
  const { main, range, found } = useFigureWords()(estimate)
  const shape = interval(estimate)
  const [number, unit] = numberAndUnit(main, estimate.unit === null ? '' : inLocale(estimate.unit, locale))
  return (
    <div id={estimate.slug} className="keep">
      <h3 className="font-semibold">{inLocale(estimate.name, locale)}</h3>
      {found ? (
        <>
          <p className="mt-1 font-serif font-medium tabular-nums text-rupture-ink">
            <span className="me-2 text-h1">{number}</span>
            <span className="text-h3">{unit}</span>
          </p>
          {range && <p className="text-soft">{t('estimate.range', { range })}</p>}
          {shape.shape !== 'point' && (
            <div className="mt-2">
              <IntervalPlot interval={shape} axis={axisFrom(numbersOf(estimate), plotWidth, false)} />
            </div>
          )}
          {estimate.sizeKind && <p className="mt-1 text-small">{t(`sizeKindLong.${estimate.sizeKind}`)}</p>}
          <div className="mt-3">
            <EstimateFacts estimate={estimate} sources={sources} />
          </div>
        </>
      ) : (
        <>
          <p className="mt-1 font-note text-h1 italic text-soft">{main}</p>
          <p className="mt-2 max-w-[44ch] text-soft">{estimate.note ? inLocale(estimate.note, locale) : t('estimate.notFound')}</p>
        </>
      )}
    </div>
  )
}

/** "77 601 personnes/an" → the number to be read from afar, and its unit; money keeps its own. */
function numberAndUnit(words: string, unit: string): [string, string] {
  return unit !== '' && words.endsWith(unit) ? [words.slice(0, -unit.length).trimEnd(), unit] : [words, '']
}
