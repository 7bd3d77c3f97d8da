import { useLocale, useTranslations } from 'next-intl'
import { MeasurementPlot, type Plotted } from '#components/chart/measurement-plot.tsx'
import { Day } from '#components/ui/time.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Table } from '#components/ui/table.tsx'
import { formatFigure, formatNumber } from '#lib/i18n/format.ts'

type Metric = { id: string; name: string; measure: string; unit: string; dataSource: string | null; baselineN: number | null }
type Props = { metric: Metric; plotted: Plotted }

/** The plot of a metric's values with its caption, its source, and the table behind it. */
export function MeasurementFigure({ metric, plotted }: Props) {
  const t = useTranslations('measurement.plot')
  const locale = useLocale()
  const figure = (value: number) => formatFigure(Math.round(value * 10) / 10, metric.unit, locale)
  const words = {
    baseline: plotted.baseline === null ? '' : t('baseline', { value: figure(plotted.baseline) }),
    target: plotted.target === null ? '' : t('target', { value: figure(plotted.target) }),
    amendment: (sequence: number) => t('amendment', { sequence }),
    month: (month: number) => t('month', { month }),
  }
  return (
    <figure className="max-w-[44rem]">
      <MeasurementPlot plotted={plotted} words={words} label={t('label', { name: metric.name, count: plotted.points.length })} />
      <figcaption className="mt-2 max-w-measure space-y-1 text-small text-soft">
        <p>{t('caption', { amended: plotted.amendedOn.length })}</p>
        <p>{metric.dataSource === null ? t('noSource') : t('source', { source: metric.dataSource })}</p>
      </figcaption>
      <div className="mt-4"><Disclosure id={`values-${metric.id}`} summary={t('table')}><ValueTable metric={metric} plotted={plotted} figure={figure} /></Disclosure></div>
    </figure>
  )
}

function ValueTable({ metric, plotted: { points, baseline, baselineOn, target, targetOn }, figure }: Props & { figure: (value: number) => string }) {
  const t = useTranslations('measurement')
  const locale = useLocale()
  const number = (value: number) => formatNumber(value, locale, 1)
  return (
    <Table id={`table-${metric.id}`} caption={t('plot.tableCaption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('plot.period')}</th><th scope="col" className="number">{t('plot.value')}</th><th scope="col" className="number">{t('plot.interval')}</th><th scope="col" className="number">{t('plot.n')}</th><th scope="col">{t('plot.state')}</th>
        </tr>
      </thead>
      <tbody>
        {baseline !== null && <tr><th scope="row" className="font-normal">{t('plot.baselineRow')}{baselineOn && <>, <Day date={baselineOn} /></>}</th><td className="number">{figure(baseline)}</td><td>—</td><td className="number">{metric.baselineN === null ? '' : number(metric.baselineN)}</td><td>—</td></tr>}
        {points.map(({ id, from, on, value, bounds, n, state }) => (
          <tr key={id}>
            <th scope="row" className="font-normal"><Period from={from} to={on} /></th>
            <td className="number">{figure(value)}</td>
            <td className="number">{bounds ? `${number(bounds.low)} – ${number(bounds.high)}` : t(metric.measure === 'count' ? 'plot.every' : 'plot.noInterval')}</td>
            <td className="number">{n === null ? '' : number(n)}</td>
            <td>{t(`states.${state}`)}</td>
          </tr>
        ))}
        {target !== null && <tr><th scope="row" className="font-normal">{t('plot.targetRow')}{targetOn && <>, <Day date={targetOn} /></>}</th><td className="number">{figure(target)}</td><td>—</td><td>—</td><td>—</td></tr>}
      </tbody>
    </Table>
  )
}

/** The days a value covers. */
export function Period({ from, to }: { from: string; to: string }) {
  const t = useTranslations('measurement')
  return <>{t.rich('fromTo', { from: () => <Day date={from} />, to: () => <Day date={to} /> })}</>
}
