import { getTranslations } from 'next-intl/server'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { MoveSection } from '#components/deadline/move-section.tsx'
import { PermitSection, WritingTable } from '#components/deadline/permit-section.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { showDeadline } from '#lib/server/deadline/show-deadline.ts'
import { orNotFound } from '#lib/server/page.ts'
import { edited, editorTitle, type Props } from '../edited.ts'
import { grant, move, revoke } from './actions.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'deadline')

export default async function DeadlinePage({ params, searchParams }: Props) {
  const [t, forms, { slug }, { q, told, granted }] = await Promise.all([getTranslations('deadline'), getTranslations('form.reasons'), params, searchParams])
  const search = typeof q === 'string' ? q : ''
  const [settings, { call, now, changes, permits, candidates }] = await Promise.all([edited(slug), signedInCaller().then((caller) => orNotFound(showDeadline(caller, { slug, search })))])
  return (
    <EditorPage settings={settings} here="deadline" lead={t('lead')}>
      {typeof told === 'string' && /^\d{1,6}$/.test(told) && <Notice tone="done" role="status"><p>{t('moved', { told: Number(told) })}</p></Notice>}
      {granted && <Notice tone="done" role="status"><p>{t('granted')}</p></Notice>}
      {call.isPublished ? (
        <>
          <MoveSection call={call} now={now} changes={changes} move={move} />
          <PermitSection slug={slug} search={search} permits={permits} candidates={candidates} grant={grant} revoke={revoke} />
          <WritingTable candidates={candidates} />
        </>
      ) : <Notice><p>{forms('not-published')}</p></Notice>}
    </EditorPage>
  )
}
