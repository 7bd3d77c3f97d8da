import { getTranslations } from 'next-intl/server'
import { ChallengeFields } from '#components/call-editor/challenge-fields.tsx'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { Turn } from '#components/call-editor/turn.tsx'
import { Form } from '#components/form/form.tsx'
import { challenges } from '../../actions.ts'
import { edited, editorTitle, type Props } from '../edited.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'challenges')

export default async function ChallengesPage({ params, searchParams }: Props) {
  const [t, { slug }, { saved }] = await Promise.all([getTranslations('call-editor'), params, searchParams])
  const settings = await edited(slug)
  return (
    <EditorPage settings={settings} here="challenges" lead={t('challenges.lead')} saved={saved === '1'}>
      <Form id="challenges" action={challenges} submit={t('save')} locked={settings.settled.challenges !== null} className="space-y-6">
        <Turn call={settings.call} place="challenges" />
        <ChallengeFields challenges={settings.challenges} ruptures={settings.ruptures} stages={settings.stages} />
      </Form>
    </EditorPage>
  )
}
