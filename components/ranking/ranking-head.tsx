import { useLocale, useTranslations } from 'next-intl'
import type { RankedRound } from '#components/ranking/ranked-round.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { RankingView } from '#lib/domain/ranked-row.ts'
import { criterionOfTie, type TieKey } from '#lib/domain/tie-rule.ts'

/** The rules a ranking follows, in a sentence, and the files it can be taken away as. */
export function RankingHead({ ranked: { head, criteria, input: { rules } }, view }: { ranked: RankedRound; view: RankingView }) {
  const t = useTranslations('ranking')
  const keys = useTranslations('round.rules.tie')
  const locale = useLocale()
  const word = (key: TieKey) => {
    const slug = criterionOfTie(key)
    return slug === null ? keys(`keys.${key as 'mean'}`) : keys('criterion', { name: inLocale(criteria.find((each) => each.slug === slug)?.name ?? { fr: slug }, locale) })
  }
  const ties = rules.tieRule.length === 0 ? t('noTies') : rules.tieRule.map((key) => word(key).toLocaleLowerCase(locale)).join(', ')
  const api = `/api/v1/rounds/${head.id}`
  const files = [['csv', `${api}/ranking.csv?sort=${view.sort}&language=${locale}`], ['xlsx', `${api}/ranking.xlsx?sort=${view.sort}&language=${locale}`], ['evaluations', `${api}/evaluations.csv?language=${locale}`]] as const
  return (
    <div className="space-y-2">
      <p className="max-w-measure">{t(`rules.${rules.notApplicable}`, { aggregate: rules.aggregate, places: rules.places, ties })}</p>
      <nav aria-label={t('exports.label')} className="no-print flex flex-wrap gap-x-5">
        {files.map(([key, href]) => <a key={key} href={href} download className="inline-flex min-h-11 items-center">{t(`exports.${key}`)}</a>)}
      </nav>
    </div>
  )
}
