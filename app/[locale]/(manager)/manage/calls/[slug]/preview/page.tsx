import { getTranslations } from 'next-intl/server'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { SamplePreview } from '#components/call-editor/sample-preview.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { listMetrics } from '#lib/server/metric/list-metrics.ts'
import { listClaimableRuptures } from '#lib/server/rupture/list-claimable-ruptures.ts'
import { edited, editorTitle, type Props } from '../edited.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'preview')

export default async function PreviewPage({ params, searchParams }: Props) {
  const [t, caller, { slug }, { as }] = await Promise.all([getTranslations('call-editor.preview'), signedInCaller(), params, searchParams])
  const settings = await edited(slug)
  const [ruptures, metrics] = await Promise.all([listClaimableRuptures(caller, { pinned: [] }), listMetrics(caller, {})])
  return (
    <EditorPage settings={settings} here="preview" lead={t('lead')}>
      <SamplePreview as={as === 'scorer' ? 'scorer' : 'founder'} settings={settings} ruptures={ruptures} metrics={metrics} />
    </EditorPage>
  )
}
