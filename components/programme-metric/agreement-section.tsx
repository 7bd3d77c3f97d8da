import { useLocale, useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import type { ReaderSide } from '#components/programme-metric/metrics-page.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import type { DefinitionField } from '#lib/domain/metric-definition.ts'
import { formatParisDay } from '#lib/i18n/format.ts'

type Metric = { id: string; version: number; laureateAgreedAt: Date | null; managerAgreedAt: Date | null; lockedAt: Date | null }
type Props = { programmeId: string; metric: Metric; gaps: readonly DefinitionField[]; side: ReaderSide; open: boolean; agree: ActionFormProps['action'] }

/** Who has agreed to a metric, what is still missing, and one's own agreement to exactly what is read. */
export function AgreementSection({ programmeId, metric, gaps, side, open, agree }: Props) {
  const t = useTranslations('programme-metric')
  const locale = useLocale()
  const at = (instant: Date | null) => (instant === null ? t('agreement.none') : t('agreement.at', { day: formatParisDay(instant, locale) }))
  const mine = side === 'laureate' ? metric.laureateAgreedAt : metric.managerAgreedAt
  return (
    <section aria-labelledby="agreement" className="space-y-3 border-t border-rule pt-5">
      <Heading as={2} size={3} id="agreement">{t('agreement.title')}</Heading>
      {metric.lockedAt !== null ? <p>{t('agreement.locked', { day: formatParisDay(metric.lockedAt, locale) })}</p> : (
        <>
          <p className="max-w-measure text-soft">{t('agreement.lead')}</p>
          <dl className="flex flex-wrap gap-x-10 gap-y-2">
            {(['laureate', 'manager'] as const).map((who) => <div key={who}><dt className="text-small text-soft">{t(`agreement.${who}`)}</dt><dd>{at(who === 'laureate' ? metric.laureateAgreedAt : metric.managerAgreedAt)}</dd></div>)}
          </dl>
          {gaps.length > 0 && (
            <div className="max-w-measure">
              <p>{t('agreement.gaps')}</p>
              <ul className="list-disc ps-5">{gaps.map((field) => <li key={field}>{side && open ? <Link href={`/programmes/${programmeId}/metrics/${metric.id}/edit#definition-form-${field}`}>{t(`fields.${field}`)}</Link> : t(`fields.${field}`)}</li>)}</ul>
            </div>
          )}
          {side !== null && mine !== null && <p>{t('agreement.waiting')}</p>}
          {side !== null && open && mine === null && gaps.length === 0 && (
            <Form id="agree-form" action={agree} submit={t('agreement.do')}>
              <HiddenField name="metricId" value={metric.id} />
              <HiddenField name="version" value={String(metric.version)} />
            </Form>
          )}
        </>
      )}
    </section>
  )
}
