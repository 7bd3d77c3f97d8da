import { getTranslations } from 'next-intl/server'
import { CallOverview } from '#components/call-editor/call-overview.tsx'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { DiscardSection } from '#components/call-editor/publish-section.tsx'
import { discard } from '../actions.ts'
import { edited, editorTitle, type Props } from './edited.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'overview')

export default async function EditedCallPage({ params, searchParams }: Props) {
  const [t, { slug }, { saved }] = await Promise.all([getTranslations('call-editor.overview'), params, searchParams])
  const settings = await edited(slug)
  return (
    <EditorPage settings={settings} here="overview" lead={t('lead', { slug })} saved={saved === 'published'}>
      <CallOverview settings={settings} />
      {settings.call.publishedAt === null && <DiscardSection call={settings.call} discard={discard} />}
    </EditorPage>
  )
}
