import { getTranslations } from 'next-intl/server'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { PublishSection } from '#components/call-editor/publish-section.tsx'
import { VersionSection } from '#components/call-editor/version-section.tsx'
import { publish, publishVersion } from '../../actions.ts'
import { edited, editorTitle, type Props } from '../edited.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'publish')

export default async function PublishPage({ params, searchParams }: Props) {
  const [t, { slug }, { saved }] = await Promise.all([getTranslations('call-editor.publish'), params, searchParams])
  const settings = await edited(slug)
  const { versions, diff, touched } = settings
  const isPublic = settings.call.publishedAt !== null
  return (
    <EditorPage settings={settings} here="publish" lead={t(isPublic ? 'leadPublished' : 'lead')} saved={saved === '1'}>
      {isPublic ? <VersionSection settings={settings} versions={versions} diff={diff} touched={touched} publish={publishVersion} /> : <PublishSection settings={settings} publish={publish} />}
    </EditorPage>
  )
}
