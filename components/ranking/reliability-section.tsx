import { useLocale, useTranslations } from 'next-intl'
import type { RankedRound } from '#components/ranking/ranked-round.ts'
import { Section } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { formatNumber } from '#lib/i18n/format.ts'

/** How far scorers agree, criterion by criterion, in words first; hidden where there is too little to say. */
export function ReliabilitySection({ ranked: { criteria, result: { reliabilities, kindSplits } } }: { ranked: RankedRound }) {
  const t = useTranslations('ranking.reliability')
  const locale = useLocale()
  const name = (slug: string | null) => (slug === null ? t('totals') : inLocale(criteria.find((each) => each.slug === slug)?.name ?? { fr: slug }, locale))
  const two = (value: number) => formatNumber(value, locale)
  const ofTotals = kindSplits.find(({ criterionId }) => criterionId === null)
  return (
    <Section id="reliability" title={t('title')}>
      <p className="mb-4 max-w-measure text-soft">{t('lead')}</p>
      {ofTotals?.shown && ofTotals.share !== null && <p className="mb-4 max-w-measure">{t('kinds', { share: Math.round(ofTotals.share * 100) })}</p>}
      <Table id="reliability-table" caption={t('caption')} captionHidden>
        <thead><tr>{(['criterion', 'words', 'figure', 'alpha', 'basis'] as const).map((column) => <th key={column} scope="col">{t(column)}</th>)}</tr></thead>
        <tbody>
          {reliabilities.map((each) => (
            <tr key={each.criterionId ?? ''}>
              <th scope="row" className="text-start font-normal">{name(each.criterionId)}</th>
              {each.shown ? (
                <>
                  <td>{each.grades.low === each.grades.high ? t('exactly', { grade: t(`grades.${each.grades.low}`) }) : t('between', { low: t(`grades.${each.grades.low}`), high: t(`grades.${each.grades.high}`) })}{each.caution && <span className="block text-small text-soft">{t('caution')}</span>}</td>
                  <td className="tabular-nums">{t('interval', { estimate: two(each.intraclass.ofMean), low: two(each.intraclass.low), high: two(each.intraclass.high) })}</td>
                  <td className="number">{each.alpha && two(each.alpha.ordinal.estimate)}</td>
                </>
              ) : <td colSpan={3} className="text-soft">{t(`hidden.${each.reason}`)}</td>}
              <td className="text-small">{t('basisOf', { applications: each.applications, scorers: each.scorers })}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}
