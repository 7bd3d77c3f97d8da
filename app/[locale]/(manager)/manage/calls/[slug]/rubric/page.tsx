import { getTranslations } from 'next-intl/server'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { RubricFields } from '#components/call-editor/rubric-fields.tsx'
import { Turn } from '#components/call-editor/turn.tsx'
import { Form } from '#components/form/form.tsx'
import { propose, rubric } from '../../actions.ts'
import { edited, editorTitle, type Props } from '../edited.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'rubric')

export default async function RubricPage({ params, searchParams }: Props) {
  const [t, { slug }, { saved }] = await Promise.all([getTranslations('call-editor'), params, searchParams])
  const settings = await edited(slug)
  const { call, criteria, settled } = settings
  return (
    <EditorPage settings={settings} here="rubric" lead={t('rubric.lead')} saved={saved === '1'}>
      {criteria.length === 0 && settled.rubric === null && (
        <div className="max-w-measure border-s-2 border-dashed border-edge ps-5">
          <p className="text-soft">{t('rubric.proposeHint')}</p>
          <Form id="propose" action={propose} submit={t('rubric.propose')} tone="secondary" className="mt-2">
            <Turn call={call} place="rubric" />
          </Form>
        </div>
      )}
      <Form id="rubric" action={rubric} submit={t('save')} locked={settled.rubric !== null}>
        <Turn call={call} place="rubric" />
        <RubricFields criteria={criteria} />
      </Form>
    </EditorPage>
  )
}
