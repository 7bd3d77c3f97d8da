import { useLocale, useTranslations } from 'next-intl'
import type { ShownCriterion } from '#components/evaluation/grid.tsx'
import { Heading } from '#components/ui/heading.tsx'
import type { Content } from '#lib/domain/draft.ts'
import { evaluationComments, markIn } from '#lib/domain/evaluation-marks.ts'
import { totalOf } from '#lib/domain/evaluation-total.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { formatNumber } from '#lib/i18n/format.ts'

/** An evaluation that no longer changes: each mark with the sentence behind it, the total, the comments. */
export function ReadGrid({ content, criteria }: { content: Content; criteria: readonly ShownCriterion[] }) {
  const t = useTranslations('evaluation')
  const locale = useLocale()
  const { value } = totalOf(content, criteria)
  return (
    <div>
      <dl>
        {criteria.map(({ id, name, weight, anchors }) => {
          const mark = markIn(content, id)
          const anchor = typeof mark === 'number' ? anchors[mark - 1] : undefined
          return (
            <div key={id} className="keep border-t border-rule py-3">
              <dt className="text-small font-semibold">{inLocale(name, locale)} <span className="font-normal text-soft">({t('grid.weight', { weight })})</span></dt>
              <dd><span className="font-semibold">{mark === undefined ? t('read.notGiven') : mark === null ? t('grid.notApplicable') : t('read.mark', { mark })}</span>{anchor && <span className="block text-small text-soft">{inLocale(anchor, locale)}</span>}</dd>
            </div>
          )
        })}
        <div className="border-t-2 border-line py-3"><dt className="font-semibold">{t('grid.totalDone')}</dt><dd className="font-serif text-h2 font-medium tabular-nums">{value === null ? '–' : formatNumber(value, locale)}</dd></div>
      </dl>
      {evaluationComments.map((name) => (
        <div key={name} className="keep mt-4">
          <Heading as={3} size={4}>{t(`comment.${name}.label`)}</Heading>
          <p className={`max-w-measure whitespace-pre-line [overflow-wrap:anywhere] ${content[name] ? '' : 'text-soft'}`}>{content[name] ? String(content[name]) : t('read.none')}</p>
        </div>
      ))}
    </div>
  )
}
