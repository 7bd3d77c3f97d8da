import { useLocale, useTranslations } from 'next-intl'
import { RankPlot } from '#components/chart/rank-plot.tsx'
import { StripPlot } from '#components/chart/strip-plot.tsx'
import type { NamedApplication, RankedRound } from '#components/ranking/ranked-round.ts'
import { Link } from '#components/ui/link.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import type { RankedRow } from '#lib/domain/ranked-row.ts'
import type { RankingRules } from '#lib/domain/ranking.ts'
import { formatNumber } from '#lib/i18n/format.ts'

type Frame = { of: number; cut: number; band: { from: number; to: number } | null }
type Props = { row: RankedRow; application: NamedApplication | undefined; ranked: RankedRound; frame: Frame; criteria: boolean; isChosen: boolean }

/** One application of a ranking: official rank and score first, then what is known of how sure they are. */
export function RankingRow({ row: { id, rank, exAequo, score, evaluations, interval, disagreement, inside }, application, ranked, frame, criteria, isChosen }: Props) {
  const t = useTranslations('ranking')
  const locale = useLocale()
  const two = (value: number) => formatNumber(value, locale)
  const { number = '', solution, organisation } = application ?? {}
  const short = evaluations < ranked.wanted
  return (
    <tr className={inside ? 'bg-wash' : ''}>
      <td><ChosenTick value={id} isChosen={isChosen} label={t('table.choose', { number, solution: solution ?? '' })} /></td>
      <td className="whitespace-nowrap tabular-nums">
        {rank === null ? t('table.unranked') : <span className="font-serif text-h3">{rank}</span>}
        {exAequo && <span className="block text-small">{t('table.exAequo')}</span>}
        {inside && <span className="block text-small text-bridge-ink">{t('table.shortlist')}</span>}
      </td>
      <th scope="row" className="min-w-44 text-start font-normal"><Link href={`/manage/applications/${id}`}>{solution}</Link><span className="block text-small text-soft">{organisation} <span className="whitespace-nowrap">{number}</span></span></th>
      <td className="tabular-nums">
        {score && <><span className="font-semibold">{two(Number(score.decimal))}</span><span className="block min-w-32 text-small text-soft"><Formula totals={disagreement.totals.map(two)} rules={ranked.input.rules} /></span></>}
      </td>
      <td className={`number ${short ? 'font-semibold text-uncertain-ink' : ''}`}>{evaluations}{short && ` / ${ranked.wanted}`}</td>
      <td className="text-small tabular-nums">
        {interval && rank !== null && (
          <>
            <RankPlot {...frame} rank={rank} low={interval.rank.low} high={interval.rank.high} />
            {t('table.interval', interval.rank)}{interval.atCut && <span className="text-uncertain-ink"> · {t('table.atCut')}</span>}{!interval.holdsOfficialRank && ` · ${t('table.notHeld')}`}
          </>
        )}
      </td>
      <td className="number">{interval && <Probability value={interval.aboveCut} />}</td>
      <td className="text-small">
        {evaluations > 0 && <StripPlot values={disagreement.totals} />}
        {evaluations > 1 && t('table.spread', { spread: two(disagreement.spread) })}{evaluations > 0 && ` · ${t(`shapes.${disagreement.shape}`)}`}
        {criteria && evaluations > 0 && <CriterionStrips row={disagreement} criteria={ranked.criteria} />}
      </td>
    </tr>
  )
}

/** In per cent; estimates are drawn, so that none is called sure. */
function Probability({ value }: { value: number }) {
  const t = useTranslations('ranking.table')
  const locale = useLocale()
  return value > 0.99 ? t('nearlySure') : value < 0.01 ? t('hardly') : t('probabilityShort', { value: formatNumber(value * 100, locale, 0) })
}

function ChosenTick({ value, isChosen, label }: { value: string; isChosen: boolean; label: string }) {
  return <label className="flex min-h-11 min-w-6 items-center"><input type="checkbox" name="chosen" value={value} defaultChecked={isChosen} aria-label={label} className="size-[1.15rem]" /></label>
}

/** How an official score comes about from the totals of its evaluations. */
function Formula({ totals, rules: { aggregate, notApplicable } }: { totals: readonly string[]; rules: RankingRules }) {
  const t = useTranslations('ranking.table')
  if (totals.length === 1) return t('formulaOne')
  if (notApplicable === 'by-criterion') return t('formulaCriterion', { totals: totals.join(' · ') })
  return aggregate === 'median' ? t('formulaMedian', { totals: totals.join(' · ') }) : t('formulaMean', { totals: totals.join(' + '), count: totals.length })
}

/** The marks on each criterion, as a strip and in words. */
function CriterionStrips({ row: { strips, kinds }, criteria }: { row: RankedRow['disagreement']; criteria: RankedRound['criteria'] }) {
  const t = useTranslations('ranking.table')
  const kind = useTranslations('organisation.kinds')
  const locale = useLocale()
  return (
    <>
      {criteria.map(({ slug, name }) => {
        const marks = strips.find(({ criterionId }) => criterionId === slug)?.counts.flatMap((count, level) => Array.from({ length: count }, () => level + 1)) ?? []
        return (
          <span key={slug} className="mt-1 block">
            {marks.length > 0 && <StripPlot values={marks} />}
            {marks.length === 0 ? t('stripNone', { criterion: inLocale(name, locale) }) : t('strip', { criterion: inLocale(name, locale), counts: marks.join(', ') })}
          </span>
        )
      })}
      {kinds.length > 1 && <span className="mt-1 block">{kinds.map(({ partnerKind, mean }) => t('kind', { kind: kind(partnerKind as 'hospital'), mean: formatNumber(mean, locale) })).join(' · ')}</span>}
    </>
  )
}
