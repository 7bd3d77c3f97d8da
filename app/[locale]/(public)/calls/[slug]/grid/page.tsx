import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CallBreadcrumb } from '#components/call/call-breadcrumb.tsx'
import { CallGrid } from '#components/call/call-grid.tsx'
import { WayOn } from '#components/call/way-on.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { visitor } from '#lib/server/opening.ts'
import { showReferential } from '#lib/server/referential/show-referential.ts'
import { formMetadata, loadForm } from '../public-form.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return formMetadata((await params).slug, 'grid')
}

export default async function GridPage({ params }: Props) {
  const [t, { call, criteria }, { rubric }] = await Promise.all([getTranslations('call.grid'), params.then(({ slug }) => loadForm(slug)), showReferential(visitor, {})])
  return (
    <Page>
      <PageHead above={<CallBreadcrumb call={call} />} title={t('title')} lead={t('lead')} />
      <CallGrid criteria={criteria} proposal={rubric} />
      <WayOn slug={call.slug} state={call.state} here="grid" />
    </Page>
  )
}
