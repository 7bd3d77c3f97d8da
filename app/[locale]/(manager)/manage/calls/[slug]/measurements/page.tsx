import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportSection } from '#components/measurement/import-section.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { showImport } from '#lib/server/measurement/import-measurements.ts'
import { importLimits } from '#lib/server/measurement/read-import.ts'
import { orNotFound } from '#lib/server/page.ts'
import { importFile } from './actions.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('measurement.import'))('title') }
}

export default async function CallImportPage({ params }: Props) {
  const [t, caller, { slug }] = await Promise.all([getTranslations('measurement.import'), signedInCaller(), params])
  const { metrics, template } = await orNotFound(showImport(caller, { slug }))
  return (
    <Page>
      <PageHead above={<Breadcrumb items={[{ href: `/manage/calls/${slug}/board`, label: slug }]} />} title={t('title')} lead={`${t('lead')} ${t('callLead')}`} />
      <div className="space-y-6"><ImportSection target={{ slug }} metrics={metrics} template={template} limits={importLimits} action={importFile} /></div>
    </Page>
  )
}
