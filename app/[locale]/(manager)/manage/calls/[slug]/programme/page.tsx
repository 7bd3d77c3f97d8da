import { getTranslations } from 'next-intl/server'
import { EditorPage } from '#components/call-editor/editor-page.tsx'
import { Form } from '#components/form/form.tsx'
import { TemplateFields } from '#components/programme/template-fields.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { showTemplate } from '#lib/server/programme/show-template.ts'
import { nameSources } from '#lib/server/source/name-sources.ts'
import { edited, editorTitle, type Props } from '../edited.ts'
import { saveProgramme } from './actions.ts'

export const generateMetadata = (props: Props) => editorTitle(props, 'programme')

export default async function ProgrammeTemplatePage({ params, searchParams }: Props) {
  const [t, caller, { slug }, { saved }] = await Promise.all([getTranslations('programme.template'), signedInCaller(), params, searchParams])
  const [settings, { template, running }, sources] = await Promise.all([edited(slug), orNotFound(showTemplate(caller, { slug })), nameSources(caller, {})])
  return (
    <EditorPage settings={settings} here="programme" lead={t('lead')} saved={saved === '1'}>
      {running > 0 && <Notice tone="uncertain" title={t('running', { count: running })}><p>{t('runningText')}</p></Notice>}
      {!template.isSaved && <Notice title={t('fromReferential')}><p>{t('fromReferentialText')}</p></Notice>}
      <Form id="programme" action={saveProgramme} submit={t('save')} className="space-y-8">
        <TemplateFields slug={slug} template={template} sources={sources} />
      </Form>
    </EditorPage>
  )
}
