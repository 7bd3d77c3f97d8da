import { getMessages, getTranslations } from 'next-intl/server'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { SamplePreview } from '#components/call-editor/sample-preview.tsx'
import { sampleContent } from '#lib/domain/sample-content.ts'
import { edited, editorTitle, type Props } from '../edited.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'preview')

const nothing = '00000000-0000-4000-8000-000000000000'

export default async function PreviewPage({ params, searchParams }: Props) {
  const [t, messages, { slug }, { as }] = await Promise.all([getTranslations('call-editor.preview'), getMessages(), params, searchParams])
  const settings = await edited(slug)
  const { questions, challenges } = settings
  const content = sampleContent(questions, messages.application.sample, { challengeId: challenges[0]?.id ?? nothing, ruptureVersionId: nothing })
  return (
    <EditorPage settings={settings} here="preview" lead={t('lead')}>
      <SamplePreview as={as === 'scorer' ? 'scorer' : 'founder'} settings={settings} content={content} />
    </EditorPage>
  )
}
