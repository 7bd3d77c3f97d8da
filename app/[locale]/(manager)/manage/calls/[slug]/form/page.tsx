import { getTranslations } from 'next-intl/server'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { QuestionKinds } from '#components/call-editor/question-kinds.tsx'
import { QuestionList } from '#components/call-editor/question-list.tsx'
import { QuestionPanel } from '#components/call-editor/question-panel.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { isSameForm } from '#lib/domain/form-diff.ts'
import { questionKinds } from '#lib/domain/question.ts'
import { add, change, move, remove } from '../../actions.ts'
import { edited, editorTitle, type Props } from '../edited.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'form')

export default async function FormPage({ params, searchParams }: Props) {
  const [t, { slug }, { saved, add: kind, edit }] = await Promise.all([getTranslations('call-editor.form'), params, searchParams])
  const settings = await edited(slug)
  const { call, questions, settled, diff } = settings
  const asked = questions.find(({ id }) => id === edit) ?? null
  const adding = asked?.kind ?? questionKinds.find((each) => each === kind)
  const mayChange = settled.form === null
  return (
    <EditorPage settings={settings} here="form" lead={t('lead')} saved={saved === '1'}>
      {call.publishedAt !== null && mayChange && (
        <Notice title={t('leadPublished')}>
          {diff && !isSameForm(diff) && <p><Link href={`/manage/calls/${slug}/publish`}>{t('toPublish')}</Link></p>}
        </Notice>
      )}
      <QuestionList settings={settings} editing={asked?.id ?? null} move={mayChange ? move : null} />
      {mayChange && adding && <QuestionPanel key={asked?.id ?? adding} settings={settings} kind={adding} asked={asked} actions={{ add, change, remove }} />}
      {mayChange && <QuestionKinds slug={slug} />}
    </EditorPage>
  )
}
