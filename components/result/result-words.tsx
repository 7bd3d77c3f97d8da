import { useLocale, useTranslations } from 'next-intl'
import { MeasuredFigure } from '#components/measurement/measured-figure.tsx'
import { AmendmentList } from '#components/programme-metric/amendment-list.tsx'
import { ResultDefinition } from '#components/result/result-definition.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Day } from '#components/ui/time.tsx'
import { smallestShown } from '#lib/domain/disclosure.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { MeasuredPoint } from '#lib/domain/measured-series.ts'
import type { PublishedResult } from '#lib/domain/result.ts'
import { mayClaim } from '#lib/domain/roll-up.ts'
import { formatFigure } from '#lib/i18n/format.ts'

/** A result in words: what came out, the last value with its interval, where it started, what was promised, what is hidden and what it means. */
export function ResultWords({ result, under, named, last }: { result: PublishedResult; under: 3 | 4; named: boolean; last: MeasuredPoint | undefined }) {
  const t = useTranslations('result')
  const locale = useLocale()
  const { metricId, name, unit, outcome, points, baseline, baselineN, baselineOn, baselineHidden, target, targetOn, amendments, comparator, comparatorNote } = result
  const figure = (value: number) => formatFigure(Math.round(value * 10) / 10, unit, locale)
  const hidden = points.filter((point) => point.hidden)
  return (
    <div className="min-w-0">
      <Heading as={under} size={3} id={`t-${metricId}`}>{name}</Heading>
      <p className="mt-1 text-soft">
        {t.rich(named ? 'by' : 'on', {
          laureate: () => <Link href={`/laureates/${result.laureate}`}>{result.laureateName}</Link>,
          rupture: () => <Link href={`/ruptures/${result.rupture}`}>{inLocale(result.ruptureTitle, locale)}</Link>,
        })}
      </p>
      <p className="mt-3 max-w-measure font-serif text-h3 font-medium">{t(`outcomes.${outcome}`)}</p>
      <p className="mt-1 max-w-measure text-soft">{t(`claims.${mayClaim(comparator)}`)}{comparatorNote && ` ${comparatorNote}`}</p>
      {last && (
        <p className="mt-3 max-w-measure">
          {t.rich('measured', { value: () => <strong className="font-semibold"><MeasuredFigure metric={{ unit }} point={last} /></strong>, from: () => <Day date={last.from} />, to: () => <Day date={last.on} /> })}
        </p>
      )}
      <p className={`max-w-measure ${last ? 'mt-1' : 'mt-3'}`}>
        {baselineHidden ? t('baselineHidden', { least: smallestShown }) : baseline === null ? t('noBaseline') : t('baseline', { value: figure(baseline), n: baselineN ?? 0 })}{baselineOn && <>, <Day date={baselineOn} /></>}.{' '}
        {target === null ? t('noTarget') : t('target', { value: figure(target) })}{targetOn && <>, <Day date={targetOn} /></>}.
      </p>
      {hidden.length > 0 && (
        <p className="mt-3 max-w-measure border-s-4 border-uncertain ps-3">
          {t('hidden', { count: hidden.length, least: smallestShown })} {hidden.map(({ id, on }, index) => <span key={id}>{index > 0 && ', '}<Day date={on} /></span>)}.
        </p>
      )}
      <div className="mt-5 max-w-measure">
        <Disclosure id={`definition-${metricId}`} summary={t('definition')}><ResultDefinition result={result} /></Disclosure>
      </div>
      {amendments.length > 0 && (
        <div className="-mt-px max-w-measure">
          <Disclosure id={`amendments-${metricId}`} summary={t('amendments', { count: amendments.length })}>
            <AmendmentList titled={false} amendments={amendments.map(({ on, reason, changes }, index) => ({ sequence: index + 1, reason, changes: changes as Record<string, { from: unknown; to: unknown }>, amendedAt: new Date(`${on}T12:00:00Z`) }))} unit={unit} />
          </Disclosure>
        </div>
      )}
    </div>
  )
}
