import { useTranslations } from 'next-intl'
import type { Column, DatasetName } from '#lib/domain/dataset.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Table } from '#components/ui/table.tsx'

export type Described = { name: DatasetName; columns: readonly Pick<Column<never>, 'name' | 'type'>[] }

/** The columns of each table, with their type and meaning; the two languages of a text share one line. */
export function ColumnTables({ datasets }: { datasets: readonly Described[] }) {
  const t = useTranslations('open-data')
  return datasets.map(({ name, columns }) => {
    const table = t(`datasets.${name}.title`)
    return (
      <Disclosure key={name} id={`columns-${name}`} summary={table}>
        <Table id={`columns-${name}-table`} caption={t('columns.caption', { table })} captionHidden>
          <thead>
            <tr>
              <th scope="col">{t('columns.name')}</th>
              <th scope="col">{t('columns.type')}</th>
              <th scope="col">{t('columns.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {merged(columns).map(({ base, names, type }) => (
              <tr key={base}>
                <th scope="row" className="w-64">
                  {names.map((column) => (
                    <code key={column} className="block text-small">
                      {column}
                    </code>
                  ))}
                </th>
                <td className="w-36 text-soft">{t(`columns.types.${type}`)}</td>
                <td className="min-w-52">{t(`columns.${name}.${base}` as Parameters<typeof t>[0])}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Disclosure>
    )
  })
}

/** "title_fr" and "title_en" become one line named "title". */
export function merged(columns: Described['columns']) {
  const base = (name: string) => name.replace(/_(?:fr|en)$/, '')
  return [...Map.groupBy(columns, ({ name }) => base(name))].map(([name, its]) => ({
    base: name,
    names: its.map((column) => column.name),
    type: its[0]?.type ?? 'string',
  }))
}
