import { MeasurementFigure } from '#components/measurement/measurement-figure.tsx'
import { ResultWords } from '#components/result/result-words.tsx'
import type { PublishedResult } from '#lib/domain/result.ts'

/** One result: what was promised, what was measured, how sure it is, what it cannot show. Good, null or bad, it has the same space. Not `named` where a title above says whose it is. */
export function ResultCard({ result, under = 3, named = true }: { result: PublishedResult; under?: 3 | 4; named?: boolean }) {
  const { metricId, name, unit, points, baseline, baselineN, baselineOn, target, targetOn, amendments } = result
  const shown = points.flatMap(({ id, from, on, value, low, high, n }) => (value === null ? [] : [{ id, from, on, value, n, bounds: low === null || high === null ? null : { low, high }, state: 'verified' as const }]))
  const months = Math.max(result.months, 1)
  return (
    <article id={`m-${metricId}`} aria-labelledby={`t-${metricId}`} className="keep grid scroll-mt-6 gap-x-12 gap-y-5 border-t border-rule py-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]">
      <ResultWords result={result} under={under} named={named} last={shown.at(-1)} />
      {shown.length > 0 && (
        <div className="min-w-0">
          <MeasurementFigure
            metric={{ id: metricId, name, measure: result.measure, unit, dataSource: result.dataSource, baselineN }}
            plotted={{ points: shown, baseline, baselineOn, target, targetOn, amendedOn: amendments.map(({ on }) => on), startsOn: result.startsOn, months, percent: result.measure === 'proportion' }}
          />
        </div>
      )}
    </article>
  )
}
