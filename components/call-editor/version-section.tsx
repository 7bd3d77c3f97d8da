import { useTranslations } from 'next-intl'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { FormDiffList } from '#components/call-editor/form-diff-list.tsx'
import { Turn } from '#components/call-editor/turn.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Table } from '#components/ui/table.tsx'
import { ShortInstant } from '#components/ui/time.tsx'
import { type FormDiff, isSameForm } from '#lib/domain/form-diff.ts'

type Version = { id: string; version: number; questions: number; note: string | null; publishedAt: Date }
type Props = { settings: EditedCall; versions: readonly Version[]; diff: FormDiff | null; touched: { writing: number; submitted: number }; publish: ActionFormProps['action'] }

/** Once a call is public: the versions of its form, and what the next one would change and for how many. */
export function VersionSection({ settings: { call, settled }, versions, diff, touched, publish }: Props) {
  const t = useTranslations('call-editor.versions')
  const next = (versions[0]?.version ?? 0) + 1
  return (
    <>
      {diff === null || isSameForm(diff) ? (
        <Notice title={t('same', { version: next - 1 })} />
      ) : (
        <section aria-labelledby="next" className="space-y-4">
          <Heading as={2} size={3} id="next">{t('next', { version: next })}</Heading>
          <FormDiffList diff={diff} />
          <Notice tone={touched.writing + touched.submitted > 0 ? 'uncertain' : 'plain'} title={t('touched', touched)}><p>{t('keeps')}</p></Notice>
          {settled.form === null && (
            <Form id="publish-form" action={publish} submit={t('do', { version: next })}>
              <Turn call={call} place="publish" />
              <AreaField name="remark" optional rows={2} label={t('remark')} hint={t('remarkHint')} />
            </Form>
          )}
        </section>
      )}
      <Table id="version-table" caption={t('caption')}>
        <thead>
          <tr>
            <th scope="col">{t('version')}</th>
            <th scope="col">{t('publishedAt')}</th>
            <th scope="col">{t('questions')}</th>
            <th scope="col">{t('note')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ id, version, questions, note, publishedAt }) => (
            <tr key={id}>
              <th scope="row">{version}</th>
              <td><ShortInstant at={publishedAt} /></td>
              <td>{questions}</td>
              <td>{note}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}
