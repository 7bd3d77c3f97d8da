import { useLocale, useTranslations } from 'next-intl'
import { ChosenBox } from '#components/screening/chosen-box.tsx'
import { ChooseAll } from '#components/screening/chosen-count.tsx'
import { ScreeningCell } from '#components/screening/screening-cell.tsx'
import { Link } from '#components/ui/link.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { chosenValue, type Column, type FixedColumn, questionOf, type ScreeningRow, type ScreeningVocabulary } from '#lib/domain/screening.ts'
import { type SortKey, sortKeys } from '#lib/domain/screening-cursor.ts'
import { screeningQuery, type ScreeningView } from '#lib/domain/screening-view.ts'

const shortened = ['rupture', 'regulatoryState', 'submittedAt', 'corrections', 'messages'] as const

type Props = { path: string; view: ScreeningView; rows: readonly ScreeningRow[]; vocabulary: ScreeningVocabulary }

/**
 * The page of applications: a table whose head and first columns stay in view, sorted by its headings; on a narrow screen a
 * card for each.
 */
export function ScreeningTable({ path, view, rows, vocabulary }: Props) {
  const t = useTranslations('screening.table')
  const title = useColumnTitles(vocabulary)
  return (
    <div role="region" aria-labelledby="screening-caption" tabIndex={0} className="screening">
      <table>
        <caption id="screening-caption" className="sr-only">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col"><span className="sr-only">{t('chooseColumn')}</span><ChooseAll label={t('chooseAll')} /></th>
            {view.columns.map((column) => <Heading key={column} column={column} path={path} view={view} title={title(column)} short={title(column, true)} />)}
            <th scope="col">{t('actions')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-row={row.id}>
              <td><ChosenBox value={chosenValue(row)} label={t('choose', { number: row.number, solution: row.solution })} /></td>
              {view.columns.map((column) => (
                <td key={column} data-label={title(column, true)} data-column={questionOf(column) === null ? column : 'answer'}>
                  <ScreeningCell column={column} row={row} vocabulary={vocabulary} />
                </td>
              ))}
              <td>
                <Link href={`/manage/applications/${row.id}#corrections`} data-correct="" aria-label={t('correctNamed', { number: row.number })} className="text-small">{t('correct')}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A heading that sorts, where its column can: a second press turns the order round. */
function Heading({ column, path, view, title, short }: { column: Column; path: string; view: ScreeningView; title: string; short: string }) {
  const t = useTranslations('screening.table')
  const key = sortKeys.find((each): each is SortKey => each === column)
  const isHere = key !== undefined && view.sort.key === key
  const sorted = isHere ? (view.sort.descending ? 'descending' : 'ascending') : undefined
  if (key === undefined) return <th scope="col" title={title}>{short}</th>
  const query = screeningQuery({ ...view, from: null, sort: { key, descending: isHere ? !view.sort.descending : false } })
  return (
    <th scope="col" aria-sort={sorted}>
      <Link href={`${path}${query}`} aria-label={t('sortBy', { column: title })} title={title} className="inline-flex items-center gap-1 no-underline hover:underline">
        {short}
        {isHere && <svg aria-hidden="true" width="10" height="10" viewBox="0 0 10 10"><path d={view.sort.descending ? 'M5 9L1 3h8z' : 'M5 1l4 6H1z'} fill="currentColor" /></svg>}
      </Link>
    </th>
  )
}

/** The name of a column, or a shorter one where room is short. */
export function useColumnTitles({ questions }: ScreeningVocabulary) {
  const t = useTranslations('screening')
  const locale = useLocale()
  return (column: Column, short = false): string => {
    const id = questionOf(column)
    if (id !== null) return inLocale(questions.find((each) => each.id === id)?.label ?? { fr: id }, locale)
    const shorter = short ? shortened.find((each) => each === column) : undefined
    return shorter ? t(`short.${shorter}`) : t(`columns.${column as FixedColumn}`)
  }
}
