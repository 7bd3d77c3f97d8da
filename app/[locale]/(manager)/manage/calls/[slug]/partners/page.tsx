import { getTranslations } from 'next-intl/server'
import { PartnerFields } from '#components/call-editor/partner-fields.tsx'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { Turn } from '#components/call-editor/turn.tsx'
import { Form } from '#components/form/form.tsx'
import { partners } from '../../actions.ts'
import { edited, editorTitle, type Props } from '../edited.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'partners')

export default async function PartnersPage({ params, searchParams }: Props) {
  const [t, { slug }, { saved }] = await Promise.all([getTranslations('call-editor'), params, searchParams])
  const settings = await edited(slug)
  return (
    <EditorPage settings={settings} here="partners" lead={t('partners.lead')} saved={saved === '1'}>
      <Form id="partners" action={partners} submit={t('save')} locked={settings.settled.partners !== null} className="space-y-6">
        <Turn call={settings.call} place="partners" />
        <PartnerFields partners={settings.partners} organisations={settings.organisations} />
      </Form>
    </EditorPage>
  )
}
