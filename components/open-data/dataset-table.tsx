import { useTranslations } from 'next-intl'
import { type DatasetName, datasetNames } from '#lib/domain/dataset.ts'
import { Link } from '#components/ui/link.tsx'

const formats = [
  { extension: 'csv', label: 'CSV' },
  { extension: 'json', label: 'JSON' },
] as const

/** Each table, what a row is, how many there are, and where to get it. */
export function DatasetTable({ rows }: { rows: Readonly<Record<DatasetName, number>> }) {
  const t = useTranslations('open-data')
  return (
    <ul className="border-t border-rule">
      {datasetNames.map((name) => {
        const table = t(`datasets.${name}.title`)
        return (
          <li key={name} className="keep grid gap-x-8 gap-y-2 border-b border-rule py-5 md:grid-cols-[1fr_auto]">
            <div>
              <h3 className="font-serif text-h3 font-medium">
                {table} <span className="ms-2 font-sans text-small text-soft">{t('files.rows', { count: rows[name] })}</span>
              </h3>
              <p className="mt-1 max-w-measure">{t(`datasets.${name}.text`)}</p>
            </div>
            <p className="flex flex-wrap items-center gap-2 md:self-center">
              {formats.map(({ extension, label }) => (
                <Link
                  key={extension}
                  href={`/data/${name}.${extension}`}
                  aria-label={t('files.download', { table, format: label })}
                  className="inline-flex min-h-11 items-center rounded-md border border-edge px-4 font-semibold no-underline hover:border-ink hover:bg-wash"
                >
                  {label}
                </Link>
              ))}
              <Link href={`/data/${name}.schema.json`} className="inline-flex min-h-11 items-center px-2 text-small">
                {t('files.schema')}
                <span className="sr-only"> – {table}</span>
              </Link>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
