import { getTranslations } from 'next-intl/server'
import { CalendarFields } from '#components/call-editor/calendar-fields.tsx'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { Turn } from '#components/call-editor/turn.tsx'
import { Form } from '#components/form/form.tsx'
import { calendar } from '../../actions.ts'
import { edited, editorTitle, type Props } from '../edited.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'calendar')

export default async function CalendarPage({ params, searchParams }: Props) {
  const [t, { slug }, { saved }] = await Promise.all([getTranslations('call-editor'), params, searchParams])
  const settings = await edited(slug)
  return (
    <EditorPage settings={settings} here="calendar" lead={t('calendar.lead')} saved={saved === '1'}>
      <Form id="calendar" action={calendar} submit={t('save')} locked={settings.settled.calendar !== null} className="space-y-6">
        <Turn call={settings.call} place="calendar" />
        <CalendarFields settings={settings} />
      </Form>
    </EditorPage>
  )
}
