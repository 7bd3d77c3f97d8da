import { useLocale, useTranslations } from 'next-intl'
import { HiddenField } from '#components/form/fields.tsx'
import { TurnField } from '#components/form/turn-field.tsx'
import { localisedHref } from '#lib/i18n/address.ts'

/** What every form about a metric's definition carries: which one, and the version its writer has in view. */
export function MetricTurn({ programmeId, metric: { id, version } }: { programmeId: string; metric: { id: string; version: number } }) {
  const t = useTranslations('programme-metric.turn')
  const locale = useLocale()
  return (
    <>
      <HiddenField name="metricId" value={id} />
      <TurnField version={version} href={localisedHref(`/programmes/${programmeId}/metrics/${id}`, locale)} words={{ title: t('title'), text: t('text'), look: t('look'), over: t('over') }} />
    </>
  )
}
