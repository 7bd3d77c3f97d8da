import { getTranslations } from 'next-intl/server'
import { FreezeFields } from '#components/call-editor/freeze-fields.tsx'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { Turn } from '#components/call-editor/turn.tsx'
import { Form } from '#components/form/form.tsx'
import { freeze } from '../../actions.ts'
import { edited, editorTitle, type Props } from '../edited.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'freeze')

export default async function FreezePage({ params, searchParams }: Props) {
  const [t, { slug }, { saved }] = await Promise.all([getTranslations('call-editor'), params, searchParams])
  const settings = await edited(slug)
  return (
    <EditorPage settings={settings} here="freeze" lead={t('freeze.lead')} saved={saved === '1'}>
      <Form id="freeze" action={freeze} submit={t('save')} locked={settings.settled.freeze !== null} className="space-y-6">
        <Turn call={settings.call} place="freeze" />
        <FreezeFields call={settings.call} />
      </Form>
    </EditorPage>
  )
}
