import { getTranslations } from 'next-intl/server'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { RoundTable } from '#components/round/round-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { listRounds } from '#lib/server/round/show-rounds.ts'
import { edited, editorTitle, type Props } from '../edited.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'rounds')

export default async function RoundsPage({ params }: Props) {
  const [t, { slug }] = await Promise.all([getTranslations('round.list'), params])
  const [settings, { rounds }] = await Promise.all([edited(slug), signedInCaller().then((caller) => orNotFound(listRounds(caller, { slug })))])
  return (
    <EditorPage settings={settings} here="rounds" lead={t('lead')}>
      {rounds.length === 0 ? <EmptyState title={t('none')}><p>{t('noneHint')}</p></EmptyState> : <RoundTable rounds={rounds} />}
      <ButtonLink href={`/manage/calls/${slug}/rounds/new`} tone={rounds.length === 0 ? 'primary' : 'secondary'}>{t('create')}</ButtonLink>
    </EditorPage>
  )
}
