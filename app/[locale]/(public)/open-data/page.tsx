import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Article } from '#components/article/article.tsx'
import { ApiTable } from '#components/open-data/api-table.tsx'
import { ColumnTables } from '#components/open-data/column-tables.tsx'
import { DatasetTable } from '#components/open-data/dataset-table.tsx'
import { LicenceNote } from '#components/open-data/licence-note.tsx'
import { ReadingNotes } from '#components/open-data/reading-notes.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { countDatasets } from '#lib/server/open-data/count-datasets.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import { published } from '#lib/server/open-data/publish-dataset.ts'
import { visitor } from '#lib/server/opening.ts'
import { publicMetadata } from '../public-metadata.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('open-data')
  return publicMetadata(await getLocale(), '/open-data', { title: t('title'), description: t('description') })
}

export default async function OpenDataPage() {
  const [t, rows] = await Promise.all([getTranslations('open-data'), countDatasets(visitor, {})])
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      <Article
        contents={t('contents')}
        parts={[
          { id: 'files', title: t('files.title'), content: <DatasetTable rows={rows} /> },
          { id: 'reading', title: t('reading.title'), content: <ReadingNotes /> },
          { id: 'columns', title: t('columns.title'), content: <ColumnTables datasets={published} /> },
          { id: 'programs', title: t('api.title'), content: <ApiTable origin={permalink('')} /> },
          { id: 'licence', title: t('licence.title'), content: <LicenceNote address={permalink('/data/ruptures.csv')} /> },
        ]}
      />
    </Page>
  )
}
