import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AreaField, ChoiceField, TextField } from '#components/form/fields.tsx'
import { type FigureOf, figureWords } from '#components/rupture/figure-words.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { metricDirections } from '#lib/domain/metric.ts'
import type { MetricDefinition } from '#lib/domain/metric-definition.ts'
import { comparators, metricMeasures } from '#lib/domain/programme-metric.ts'

export type NationalChoice = FigureOf & { id: string; name: Localized; year: number | null }
type Props = { definition: MetricDefinition | null; choices: readonly NationalChoice[] }

const ucumCodes = ['%', '1', 'd', 'wk', 'mo', 'a', 'h', 'min', '{score}', '/a', '/mo', '/wk', '/d']

/** All that a metric means, as laureate and managers write it. */
export function DefinitionFields({ definition, choices }: Props) {
  const t = useTranslations('programme-metric')
  const figure = useTranslations('rupture.figure')
  const locale = useLocale()
  const given = (field: keyof MetricDefinition) => {
    const value = definition?.[field]
    if (Array.isArray(value)) return value.join(', ')
    if (typeof value === 'number') return locale === 'fr' ? String(value).replace('.', ',') : String(value)
    return value ?? undefined
  }
  type Hinted = 'unit' | 'ucum' | 'numerator' | 'denominator' | 'population' | 'period' | 'method' | 'dataSource' | 'comparatorNote' | 'baseline' | 'baselineN' | 'schedule' | 'lowest' | 'highest'
  const text = (name: Hinted, more: { optional?: boolean; list?: string; inputMode?: 'decimal' | 'numeric'; className?: string } = {}) => <TextField name={name} label={t(`fields.${name}`)} hint={t(`hints.${name}`)} defaultValue={given(name)} optional {...more} />
  const area = (name: Hinted, optional = true) => <AreaField name={name} rows={2} label={t(`fields.${name}`)} hint={t(`hints.${name}`)} defaultValue={given(name)} optional={optional} />
  const date = (name: 'baselineOn' | 'targetOn') => <TextField name={name} type="date" label={t(`fields.${name}`)} defaultValue={given(name)} optional className="max-w-56" />
  const decimal = { inputMode: 'decimal', className: 'max-w-40 tabular-nums' } as const
  const options = <V extends string>(values: readonly V[], word: (value: V) => string) => values.map((value) => ({ value, label: word(value) }))
  const context = choices.map((each) => ({ value: each.id, label: t('nationalChoice', { name: inLocale(each.name, locale), figure: `${figureWords(each, locale, figure).main}${each.year === null ? '' : ` (${each.year})`}` }) }))
  return (
    <>
      <p className="max-w-measure border-s-4 border-line bg-wash px-4 py-2 text-small">{t('noPatientData')}</p>
      <Group legend={t('groups.what')}>
        <TextField name="name" label={t('fields.name')} defaultValue={given('name')} />
        <Pair>
          <ChoiceField name="measure" label={t('fields.measure')} hint={t('hints.measure')} defaultValue={definition?.measure ?? 'proportion'} options={options(metricMeasures, (value) => t(`measures.${value}`))} />
          <ChoiceField name="direction" label={t('fields.direction')} defaultValue={definition?.direction ?? 'higher-is-better'} options={options(metricDirections, (value) => t(`directions.${value}`))} />
          {text('unit', { optional: false })}
          {text('ucum', { list: 'ucum-codes' })}
        </Pair>
        <datalist id="ucum-codes">{ucumCodes.map((code) => <option key={code} value={code}>{code}</option>)}</datalist>
        {area('numerator')}{area('denominator')}{area('population', false)}
      </Group>
      <Group legend={t('groups.how')}>{area('method')}{area('dataSource')}{text('period')}</Group>
      <Group legend={t('groups.when')}>
        <Pair>{text('baseline', decimal)}{text('baselineN', { inputMode: 'numeric', className: 'max-w-40 tabular-nums' })}{date('baselineOn')}</Pair>
        <Pair><TextField name="target" label={t('fields.target')} defaultValue={given('target')} optional {...decimal} />{date('targetOn')}{text('schedule', { inputMode: 'numeric' })}</Pair>
      </Group>
      <Group legend={t('groups.compared')}>
        <ChoiceField name="comparator" label={t('fields.comparator')} defaultValue={definition?.comparator ?? 'before-after'} options={options(comparators, (value) => t(`comparators.${value}`))} />
        {area('comparatorNote')}
        <ChoiceField name="nationalEstimateId" label={t('fields.nationalEstimateId')} hint={t('hints.nationalEstimateId')} defaultValue={given('nationalEstimateId') ?? ''} options={[{ value: '', label: t('noNational') }, ...context]} />
      </Group>
      <Group legend={t('groups.bounds')}><Pair>{text('lowest', decimal)}{text('highest', decimal)}</Pair></Group>
    </>
  )
}

function Group({ legend, children }: { legend: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="border-t border-rule pt-4">
      <legend className="float-start mb-3 w-full font-serif text-h3 font-medium">{legend}</legend>
      <div className="clear-both space-y-4">{children}</div>
    </fieldset>
  )
}

function Pair({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">{children}</div>
}
