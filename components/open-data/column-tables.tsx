import { useTranslations } from 'next-intl'
import type { Column, DatasetName } from '#lib/domain/dataset.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'

export type Described = { name: DatasetName; columns: readonly Pick<Column<never>, 'name' | 'type'>[] }

/** The columns of each table, with their type and meaning; the two languages of a text share one line. */
export function ColumnTables({ datasets }: { datasets: readonly Described[] }) {
  const t = useTranslations('open-data')
  return datasets.map(({ name, columns }) => {
    const table = t(`datasets.${name}.title`)
    return (
      <Disclosure key={name} id={`columns-${name}`} summary={table}>
        <dl aria-label={t('columns.caption', { table })}>
          {merged(columns).map(({ base, names, type }) => (
            <div key={base} className="keep grid gap-x-6 border-t border-rule py-2.5 sm:grid-cols-[16rem_1fr]">
              <dt>
                {names.map((column) => (
                  <code key={column} className="me-3 inline-block text-small sm:block">
                    {column}
                  </code>
                ))}
              </dt>
              <dd>
                {t(`columns.${name}.${base}` as Parameters<typeof t>[0])} <span className="text-small text-soft">({t(`columns.types.${type}`)})</span>
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    )
  })
}

/** "title_fr" and "title_en" become one line named "title". */
function merged(columns: Described['columns']) {
  const base = (name: string) => name.replace(/_(?:fr|en)$/, '')
  return [...Map.groupBy(columns, ({ name }) => base(name))].map(([name, its]) => ({
    base: name,
    names: its.map((column) => column.name),
    type: its[0]?.type ?? 'string',
  }))
}
