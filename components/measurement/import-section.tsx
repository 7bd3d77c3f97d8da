import { useLocale, useMessages, useTranslations } from 'next-intl'
import { ImportForm } from '#components/measurement/import-form.tsx'
import type { ImportState } from '#lib/domain/import-state.ts'
import { buttonClass } from '#components/ui/button.tsx'
import { formatNumber } from '#lib/i18n/format.ts'

type Props = {
  target: { programmeId?: string; slug?: string }
  metrics: number
  template: string
  limits: { megabytes: number; rows: number }
  action: (state: ImportState, form: FormData) => Promise<ImportState>
}

/** The template to fill in, and the form that reads it back. */
export function ImportSection({ target, metrics, template, limits, action }: Props) {
  const t = useTranslations('measurement.import')
  const noPatientData = useTranslations('measurement')('noPatientData')
  const { codes } = useMessages().measurement.import
  const locale = useLocale()
  if (metrics === 0) return <p className="max-w-measure">{t('noMetric')}</p>
  const pair = (key: 'sound' | 'do' | 'imported') => [t(key, { count: 1 }), t(key, { count: 2 }).replace('2', '#')] as const
  const words = {
    file: t('file'), fileHint: t('fileHint', { size: formatNumber(limits.megabytes, locale), rows: formatNumber(limits.rows, locale) }), paste: t('paste'), check: t('check'), pending: t('pending'), noPatientData,
    sound: pair('sound'), do: pair('do'), doHint: t('doHint'), faulty: t('faulty', { faults: '#', read: '@' }), more: t('more', { count: '#' }), imported: pair('imported'),
    caption: t('caption'), line: t('line'), column: t('column'), value: t('value'), why: t('why'), empty: t('empty'), wholeFile: t('wholeFile'), nothing: t('nothing'), codes,
  }
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <a className={buttonClass('secondary')} download="mesures.csv" href={`data:text/csv;charset=utf-8,%EF%BB%BF${encodeURIComponent(template)}`}>{t('template')}</a>
        <span className="max-w-measure text-small text-soft">{t('templateHint')}</span>
      </p>
      <ImportForm target={target} action={action} words={words} locale={locale} />
    </>
  )
}
