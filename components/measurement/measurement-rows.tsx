import { useLocale, useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { MeasuredFigure } from '#components/measurement/measured-figure.tsx'
import { Period } from '#components/measurement/measurement-figure.tsx'
import { type MeasurementActions, RowActions } from '#components/measurement/row-actions.tsx'
import { Tag, type TagTone } from '#components/ui/tag.tsx'
import { measuredInterval, measuredN, measuredValue, type MeasuredMetric, smallN } from '#lib/domain/measurement.ts'
import { formatNumber, formatShortParisDay } from '#lib/i18n/format.ts'

export type ShownMeasurement = {
  id: string; periodStart: string; periodEnd: string; value: number | null; numerator: number | null; denominator: number | null; sd: number | null; n: number | null; method: string | null; note: string | null
  state: 'draft' | 'submitted' | 'verified'; surpriseReason: string | null; correctsId: string | null; correctionReason: string | null; returnedReason: string | null
  recordedAt: Date; verifiedAt: Date | null; version: number; own: boolean; file: { id: string; name: string } | null
}
export type Rights = { measures: boolean; verifies: boolean }
type Props = { href: string; metric: MeasuredMetric & { lockedAt: Date | null }; measurements: readonly ShownMeasurement[]; rights: Rights; actions: MeasurementActions }
export type Action = ActionFormProps['action']

const tones: Record<ShownMeasurement['state'] | 'replaced', TagTone> = { draft: 'plain', submitted: 'uncertain', verified: 'bridge', replaced: 'plain' }

/** Every measurement with what was said of it, corrections beside what they replace, and what the reader may do about it. */
export function MeasurementRows({ href, metric, measurements, rights, actions }: Props) {
  const replaced = new Set(measurements.filter(({ state }) => state === 'verified').map(({ correctsId }) => correctsId))
  const corrected = new Set(measurements.map(({ correctsId }) => correctsId))
  return (
    <ul className="border-t border-rule">
      {measurements.map((each) => (
        <Row key={each.id} metric={metric} measurement={each} replaced={replaced.has(each.id)}>
          <RowActions href={href} measurement={each} rights={rights} locked={metric.lockedAt !== null} corrected={corrected.has(each.id)} actions={actions} />
        </Row>
      ))}
    </ul>
  )
}

function Row({ metric, measurement: its, replaced, children }: { metric: MeasuredMetric; measurement: ShownMeasurement; replaced: boolean; children: React.ReactNode }) {
  const t = useTranslations('measurement')
  const locale = useLocale()
  const value = measuredValue(metric, its)
  const n = measuredN(metric, its)
  const small = replaced ? null : smallN(n)
  const shown = replaced ? 'replaced' : its.state
  const day = (instant: Date) => formatShortParisDay(instant, locale)
  return (
    <li id={`measurement-${its.id}`} className="keep space-y-1 border-b border-rule py-4 target:bg-wash">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Tag tone={tones[shown]}>{t(`states.${shown}`)}</Tag>
        <span className="text-soft"><Period from={its.periodStart} to={its.periodEnd} /></span>
      </p>
      <p className={replaced ? 'text-soft line-through' : 'font-semibold'}>{value === null ? '—' : <MeasuredFigure metric={metric} point={{ value, n, bounds: measuredInterval(metric, its) }} />}</p>
      <p className="text-small text-soft">
        {[its.numerator !== null && its.denominator !== null && t('ratio', { numerator: formatNumber(its.numerator, locale), denominator: formatNumber(its.denominator, locale) }), its.sd !== null && t('sd', { sd: formatNumber(its.sd, locale) }), its.method, t('recorded', { day: day(its.recordedAt) }), its.verifiedAt && t('verifiedOn', { day: day(its.verifiedAt) })].filter(Boolean).join(' · ')}
      </p>
      {small && <p className="max-w-measure text-small">{t(`smallN.${small}`)}</p>}
      <div className="max-w-measure space-y-1 [overflow-wrap:anywhere]">
        {its.returnedReason && <p className="border-s-4 border-rupture ps-3">{t('returned', { reason: its.returnedReason })}</p>}
        {its.surpriseReason && <p className="border-s-4 border-uncertain ps-3">{t('surprise', { reason: its.surpriseReason })}</p>}
        {its.correctionReason && <p><a href={`#measurement-${its.correctsId}`}>{t('history')}</a>. {t('corrects', { reason: its.correctionReason })}</p>}
        {its.note && <p className="whitespace-pre-line">{its.note}</p>}
        {its.file && <p><a href={`/api/v1/files/${its.file.id}`}>{t('file', { name: its.file.name })}</a></p>}
      </div>
      {children}
    </li>
  )
}
