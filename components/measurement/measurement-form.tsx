import { useLocale, useMessages, useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField, HiddenField, TextField, TickField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { EvidenceField } from '#components/measurement/evidence-field.tsx'
import { Heading } from '#components/ui/heading.tsx'
import type { MetricMeasure } from '#lib/domain/programme-metric.ts'

type Written = { id: string; version: number; periodStart: string; periodEnd: string; value: number | null; numerator: number | null; denominator: number | null; sd: number | null; n: number | null; method: string | null; note: string | null; surpriseReason: string | null; file: { id: string } | null }
type Props = {
  metric: { id: string; measure: MetricMeasure; unit: string; lockedAt: Date | null }
  programmeId: string
  documents: readonly { id: string; name: string }[]
  /** A new value, a draft to change, or a verified one to correct. */
  deed: 'enter' | 'change' | 'correct'
  written: Written | null
  /** Names the attempt, so that sending it again enters nothing twice. */
  attempt: string
  action: ActionFormProps['action']
}

/** A value over a period, as its measure asks for it. */
export function MeasurementForm({ metric, programmeId, documents, deed, written, attempt, action }: Props) {
  const t = useTranslations('measurement')
  const locale = useLocale()
  const { file } = useMessages()
  const ratio = metric.measure === 'proportion' || metric.measure === 'rate'
  const spread = metric.measure === 'mean' || metric.measure === 'duration'
  const number = (name: 'value' | 'numerator' | 'denominator' | 'sd' | 'n', label: string, optional: boolean, hint?: string) => {
    const given = written?.[name]
    return <TextField name={name} inputMode={name === 'value' || name === 'sd' ? 'decimal' : 'numeric'} autoComplete="off" label={label} hint={hint} optional={optional} defaultValue={given === null || given === undefined ? undefined : locale === 'fr' ? String(given).replace('.', ',') : String(given)} className="max-w-40 tabular-nums" />
  }
  return (
    <section aria-labelledby="write" className="space-y-4 border-t border-rule pt-5">
      <Heading as={2} size={3} id="write">{t(`form.${deed}`)}</Heading>
      {deed === 'correct' && <p className="max-w-measure text-soft">{t('form.correctLead')}</p>}
      <p className="max-w-measure border-s-4 border-line bg-wash px-4 py-2 text-small">{t('noPatientData')}</p>
      <Form id="measurement-form" action={action} submit={t('form.save')}>
        {deed === 'enter' ? <HiddenField name="metricId" value={metric.id} /> : <HiddenField name="measurementId" value={written?.id ?? ''} />}
        {deed === 'change' && <HiddenField name="version" value={String(written?.version ?? 0)} />}
        <HiddenField name="key" value={attempt} />
        <div className="grid max-w-[40rem] gap-x-5 gap-y-4 sm:grid-cols-2">
          <TextField name="periodStart" type="date" label={t('form.periodStart')} defaultValue={written?.periodStart} className="max-w-56" />
          <TextField name="periodEnd" type="date" label={t('form.periodEnd')} defaultValue={written?.periodEnd} className="max-w-56" />
          {ratio && number('numerator', t('form.numerator'), metric.measure === 'proportion')}
          {ratio && number('denominator', t('form.denominator'), metric.measure === 'proportion')}
          {number('value', t('form.value', { unit: metric.unit }), ratio, ratio ? t('form.valueHintRatio') : undefined)}
          {metric.measure !== 'count' && metric.measure !== 'rate' && number('n', t('form.n'), ratio, t('form.nHint'))}
          {spread && number('sd', t('form.sd'), true, t('form.sdHint'))}
        </div>
        {deed === 'correct' && <AreaField name="correctionReason" rows={2} label={t('form.correctionReason')} />}
        <AreaField name="surpriseReason" rows={2} label={t('form.surpriseReason')} hint={t('form.surpriseHint')} optional defaultValue={written?.surpriseReason ?? undefined} />
        <TextField name="method" label={t('form.method')} optional defaultValue={written?.method ?? undefined} />
        <AreaField name="note" rows={2} label={t('form.note')} optional defaultValue={written?.note ?? undefined} />
        <HiddenField name="programmeId" value={programmeId} />
        <EvidenceField programmeId={programmeId} documents={documents} chosen={written?.file?.id ?? ''} labels={{ choice: t('form.file'), hint: t('form.fileHint'), none: t('form.noFile'), add: t('form.addFile') }} words={file} locale={locale} />
        {metric.lockedAt === null ? <p className="text-soft">{t('form.notYet')}</p> : <TickField name="submit" label={t('form.submitNow')} ticked />}
      </Form>
    </section>
  )
}
