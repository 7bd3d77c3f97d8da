import { getTranslations } from 'next-intl/server'
import { PresentationFields } from '#components/call-editor/presentation-fields.tsx'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { Turn } from '#components/call-editor/turn.tsx'
import { Form } from '#components/form/form.tsx'
import { presentation } from '../../actions.ts'
import { edited, editorTitle, type Props } from '../edited.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'presentation')

export default async function PresentationPage({ params, searchParams }: Props) {
  const [t, { slug }, { saved }] = await Promise.all([getTranslations('call-editor'), params, searchParams])
  const settings = await edited(slug)
  return (
    <EditorPage settings={settings} here="presentation" lead={t('presentation.lead')} saved={saved === '1'}>
      <Form id="presentation" action={presentation} submit={t('save')} locked={settings.settled.presentation !== null} className="space-y-6">
        <Turn call={settings.call} place="presentation" />
        <PresentationFields call={settings.call} />
      </Form>
    </EditorPage>
  )
}
