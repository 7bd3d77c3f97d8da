import { useLocale, useTranslations } from 'next-intl'
import { criteriaSlugs } from '#lib/domain/prioritisation-method.ts'
import { highestMark, type Marks } from '#lib/domain/prioritisation-marks.ts'
import type { Weights } from '#lib/domain/prioritisation-weights.ts'
import type { Ranking } from '#lib/domain/prioritisation.ts'
import { formatNumber, formatPercent } from '#lib/i18n/format.ts'
import { SpanPlot } from '#components/chart/span-plot.tsx'
import { Link } from '#components/ui/link.tsx'

type Candidate = { slug: string; title: string; marks: Marks }

/**
 * Every rupture with its score, coverage and ranks as intervals. A missing mark widens them, it never counts as zero.
 * A list rather than a table, so that a phone reads one rupture after the other; each value carries its name.
 */
export function RankingTable({ rows, candidates, weights }: { rows: readonly Ranking[]; candidates: readonly Candidate[]; weights: Weights }) {
  const t = useTranslations('prioritisation.ranking')
  const locale = useLocale()
  const count = rows.length
  return (
    <section aria-labelledby="ranking" className="mt-8">
      <h2 id="ranking" className="font-serif text-h2 font-medium">
        {t('title')}
      </h2>
      <p className="mt-1 max-w-measure text-soft">{t('caption', { count })}</p>
      <ol className="mt-4 border-t-2 border-line">
        {rows.map((row) => {
          const candidate = candidates.find(({ slug }) => slug === row.slug)
          if (candidate === undefined) return null
          const missing = criteriaSlugs.filter((criterion) => weights[criterion] > 0 && candidate.marks[criterion].state === 'missing')
          const span = (from: number, to: number) => {
            const [low, high] = [formatNumber(from, locale, 1), formatNumber(to, locale, 1)]
            return low === high ? low : t('between', { low, high })
          }
          return (
            <li key={row.slug} className="keep grid gap-x-6 gap-y-2 border-b border-rule py-3.5 sm:grid-cols-[2.5rem_1fr_1fr] xl:grid-cols-[2.5rem_1.2fr_1fr_1fr]">
              <p className="font-serif text-h3 font-medium text-soft">
                <span className="sr-only">{row.ranked ? t('place') : ''} </span>
                {row.ranked ? row.place : <span title={t('notRanked')}>–</span>}
              </p>
              <div className="sm:col-span-2 xl:col-span-1">
                <h3 className="font-semibold leading-snug">
                  <Link href={`/ruptures/${row.slug}`} className="no-underline hover:underline">
                    {candidate.title}
                  </Link>
                </h3>
                <p className="mt-0.5 text-small text-soft">
                  {row.ranked ? '' : `${t('notRanked')} · `}
                  {t('coverage', { share: formatPercent(row.score.coverage, locale) })}
                  {missing.length > 0 && <> · {t('missing', { list: missing.map((criterion) => t(`criteria.${criterion}`)).join(', ') })}</>}
                </p>
              </div>
              <div className="sm:col-start-2 xl:col-start-auto">
                <p className="text-small">
                  {t('score')} <span className="font-semibold tabular-nums">{span(row.score.low, row.score.high)}</span>
                </p>
                <SpanPlot max={highestMark} outer={{ from: row.score.low, to: row.score.high }} dot={row.ranked ? row.score.central : null} />
              </div>
              <div>
                <p className="text-small">
                  {t('rank')} <span className="font-semibold tabular-nums">{span(row.possible.best, row.possible.worst)}</span>
                </p>
                <SpanPlot
                  min={1}
                  max={count}
                  outer={{ from: row.possible.best, to: row.possible.worst }}
                  inner={row.ranked ? { from: row.underWeights.best, to: row.underWeights.worst } : null}
                  dot={row.ranked ? row.place : null}
                />
                {row.ranked && <p className="text-small text-soft">{t('underWeights', { span: span(row.underWeights.best, row.underWeights.worst) })}</p>}
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
