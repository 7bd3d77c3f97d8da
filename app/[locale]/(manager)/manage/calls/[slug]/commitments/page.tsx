import { getTranslations } from 'next-intl/server'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { ManagedCommitments } from '#components/commitment/managed-commitments.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { listCallCommitments } from '#lib/server/commitment/list-commitments.ts'
import { orNotFound } from '#lib/server/page.ts'
import { edited, editorTitle, type Props } from '../edited.ts'
import { change, deliver, record, withdraw } from './actions.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'commitments')

export default async function CommitmentsPage({ params, searchParams }: Props) {
  const [t, caller, { slug }, { saved }] = await Promise.all([getTranslations('commitment'), signedInCaller(), params, searchParams])
  const [settings, { today, commitments, partners, laureates }] = await Promise.all([edited(slug), orNotFound(listCallCommitments(caller, { slug }))])
  return (
    <EditorPage settings={settings} here="commitments" lead={t('lead')} saved={saved === '1'}>
      <ManagedCommitments slug={slug} today={today} commitments={commitments} partners={partners} laureates={laureates} record={record} change={change} withdraw={withdraw} deliver={deliver} />
    </EditorPage>
  )
}
