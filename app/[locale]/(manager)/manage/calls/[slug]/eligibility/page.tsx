import { getTranslations } from 'next-intl/server'
import { EligibilityFields } from '#components/call-editor/eligibility-fields.tsx'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { Turn } from '#components/call-editor/turn.tsx'
import { Form } from '#components/form/form.tsx'
import { eligibility } from '../../actions.ts'
import { edited, editorTitle, type Props } from '../edited.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'eligibility')

export default async function EligibilityPage({ params, searchParams }: Props) {
  const [t, { slug }, { saved }] = await Promise.all([getTranslations('call-editor'), params, searchParams])
  const settings = await edited(slug)
  return (
    <EditorPage settings={settings} here="eligibility" lead={t('eligibility.lead')} saved={saved === '1'}>
      <Form id="eligibility" action={eligibility} submit={t('save')} locked={settings.settled.eligibility !== null} className="space-y-6">
        <Turn call={settings.call} place="eligibility" />
        <EligibilityFields settings={settings} />
      </Form>
    </EditorPage>
  )
}
