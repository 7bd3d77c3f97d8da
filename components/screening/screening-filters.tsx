import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useColumnTitles } from '#components/screening/screening-table.tsx'
import { Button } from '#components/ui/button.tsx'
import { CheckField, ChoiceGroup, InputField, SelectField } from '#components/ui/field.tsx'
import { Link } from '#components/ui/link.tsx'
import { maturities, regulatoryStates } from '#lib/domain/application.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { columnsOf, type ScreeningVocabulary } from '#lib/domain/screening.ts'
import { sortKeys } from '#lib/domain/screening-cursor.ts'
import { answerOptions, correctionStates, filterCount, messageStates, type ScreeningView } from '#lib/domain/screening-view.ts'
import { localisedHref } from '#lib/i18n/address.ts'

type Props = { path: string; view: ScreeningView; vocabulary: ScreeningVocabulary }

/** What the table shows, sent as the page's own address: words, filters, order and columns. */
export function ScreeningFilters({ path, view, vocabulary }: Props) {
  const t = useTranslations('screening.filter')
  const locale = useLocale()
  const count = filterCount({ ...view, q: '', eligibility: [] })
  return (
    <form action={localisedHref(path, locale)} method="get" role="search" aria-label={t('label')} className="no-print">
      {view.eligibility.map((eligibility) => <input key={eligibility} type="hidden" name="eligibility" value={eligibility} />)}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <InputField id="screening-q" name="q" type="search" label={t('q')} defaultValue={view.q} maxLength={100} autoComplete="off" className="min-w-56 flex-1 md:max-w-md" />
        <Button type="submit">{t('apply')}</Button>
        <Fold summary={t('more', { count })} open={count > 0}>
          <FilterGroups view={view} vocabulary={vocabulary} />
        </Fold>
        <Fold summary={t('columns')}>
          <ColumnChoice view={view} vocabulary={vocabulary} />
        </Fold>
        {filterCount(view) > 0 && <Link href={path} className="inline-flex min-h-11 items-center">{t('clear')}</Link>}
      </div>
    </form>
  )
}

/** Opens under the line it stands in, over its whole width. */
function Fold({ summary, open = false, children }: { summary: string; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="not-open:overflow-clip open:w-full">
      <summary className="inline-flex min-h-11 items-center font-semibold underline decoration-edge underline-offset-4">{summary}</summary>
      <div className="grid gap-x-8 gap-y-4 border-s-2 border-rule py-2 ps-4 *:min-w-0 sm:grid-cols-2 lg:grid-cols-4">{children}</div>
    </details>
  )
}

function FilterGroups({ view, vocabulary: { challenges, ruptures, tags, questions } }: Omit<Props, 'path'>) {
  const t = useTranslations('screening')
  const application = useTranslations('application')
  const locale = useLocale()
  const answerWords = (option: string, label: string | undefined) => label ?? application(`answers.${option as 'yes' | 'no'}`)
  return (
    <>
      <Boxes label={t('columns.challenge')} name="challenge" chosen={view.challenge} options={challenges.map(({ slug, title }) => [slug, inLocale(title, locale)])} />
      <Boxes label={t('columns.maturity')} name="maturity" chosen={view.maturity} options={maturities.map((each) => [each, application(`maturities.${each}`)])} />
      <Boxes label={t('columns.regulatoryState')} name="regulatoryState" chosen={view.regulatoryState} options={regulatoryStates.map((each) => [each, application(`regulatoryStates.${each}`)])} />
      <Boxes label={t('columns.tags')} name="tag" chosen={view.tag} options={tags.map(({ id, name }) => [id, name])} />
      <div className="space-y-3">
        <SelectField id="screening-rupture" name="rupture" label={t('columns.rupture')} defaultValue={view.rupture[0] ?? ''} options={[{ value: '', label: t('filter.ruptureAny') }, ...ruptures.map(({ slug, title }) => ({ value: slug, label: inLocale(title, locale) }))]} />
        <SelectField id="screening-correction" name="correction" label={t('filter.correction')} defaultValue={view.correction ?? ''} options={[{ value: '', label: t('filter.correctionAny') }, ...correctionStates.map((each) => ({ value: each, label: t(`filter.corrections.${each}`) }))]} />
        <SelectField id="screening-message" name="message" label={t('filter.message')} defaultValue={view.message ?? ''} options={[{ value: '', label: t('filter.messageAny') }, ...messageStates.map((each) => ({ value: each, label: t(`filter.messages.${each}`) }))]} />
      </div>
      {questions.map((asked) => (
        <Boxes
          key={asked.id} label={inLocale(asked.label, locale)} name={`answers.${asked.id}`} chosen={view.answers[asked.id] ?? []}
          options={answerOptions(asked).map((id) => [id, answerWords(id, asked.options.find((each) => each.id === id) && inLocale(asked.options.find((each) => each.id === id)?.label ?? { fr: id }, locale))])}
        />
      ))}
    </>
  )
}

/** Boxes of one filter; none where there is nothing to choose from. */
function Boxes({ label, name, chosen, options }: { label: string; name: string; chosen: readonly string[]; options: readonly (readonly [value: string, label: string])[] }) {
  if (options.length === 0) return null
  return (
    <ChoiceGroup label={label}>
      {options.map(([value, words]) => <CheckField key={value} id={`${name}-${value}`} name={name} value={value} label={words} defaultChecked={chosen.includes(value)} />)}
    </ChoiceGroup>
  )
}

function ColumnChoice({ view, vocabulary }: Omit<Props, 'path'>) {
  const t = useTranslations('screening.filter')
  const title = useColumnTitles(vocabulary)
  const orders = sortKeys.flatMap((key) => [[key, t('ascending', { column: title(key) })], [`-${key}`, t('descending', { column: title(key) })]] as const)
  return (
    <>
      <SelectField id="screening-sort" name="sort" label={t('sort')} defaultValue={`${view.sort.descending ? '-' : ''}${view.sort.key}`} options={orders.map(([value, label]) => ({ value, label }))} className="sm:col-span-2 lg:col-span-1" />
      <fieldset className="gap-x-8 sm:col-span-2 sm:columns-2 lg:col-span-3 lg:columns-3">
        <legend className="sr-only">{t('columns')}</legend>
        {columnsOf(vocabulary.questions).map((column) => <CheckField key={column} id={`column-${column}`} name="columns" value={column} label={title(column)} defaultChecked={view.columns.includes(column)} />)}
      </fieldset>
    </>
  )
}
