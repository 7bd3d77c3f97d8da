import { useLocale, useTranslations } from 'next-intl'
import { leastCoverage, type Ranking, type Stability } from '#lib/domain/prioritisation.ts'
import { formatPercent } from '#lib/i18n/format.ts'
import { Notice } from '#components/ui/notice.tsx'

/** What the ranking is worth, in words: how many ruptures can be ranked at all, and how many orders hold. */
export function RankingSummary({ rows, stability: { pairs, steady, decided } }: { rows: readonly Ranking[]; stability: Stability }) {
  const t = useTranslations('prioritisation.summary')
  const locale = useLocale()
  const ranked = rows.filter((row) => row.ranked).length
  return (
    <Notice tone={ranked === 0 ? 'uncertain' : 'plain'} role="status" title={t('ranked', { ranked, all: rows.length })}>
      {ranked < rows.length && <p>{t('why', { coverage: formatPercent(leastCoverage, locale) })}</p>}
      <p>{t('steady', { pairs, steady })}</p>
      <p>{t('decided', { decided, pairs })}</p>
    </Notice>
  )
}
