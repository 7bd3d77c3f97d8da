import { useTranslations } from 'next-intl'
import { DecisionFields } from '#components/decision/decision-fields.tsx'
import { chosenValue, type DecisionRow } from '#components/decision/decision-table.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'

type Action = ActionFormProps['action']

/** The decision of one application, as it stands, to be written or taken back. */
export function DecisionForm({ slug, row, decide, takeBack }: { slug: string; row: DecisionRow; decide: Action; takeBack: Action }) {
  const t = useTranslations('decision')
  return (
    <section aria-labelledby="one" className="mb-8 space-y-4 border-s-4 border-line bg-wash px-4 py-4 sm:px-6">
      <Heading as={2} size={3} id="one">{t('decideOne', { solution: row.solution ?? '', number: row.number })}</Heading>
      <p className="text-soft">{row.organisationName}. <Link href={`/manage/applications/${row.id}`}>{t('openFile')}</Link></p>
      <Form id="decide-form" action={decide} submit={t('save')}>
        <HiddenField name="slug" value={slug} />
        <HiddenField name="chosen" value={chosenValue(row)} />
        <DecisionFields decided={row} />
      </Form>
      {row.version !== null && (
        <Form id="undecide-form" action={takeBack} submit={t('takeBack')} tone="quiet">
          <HiddenField name="slug" value={slug} />
          <HiddenField name="applicationId" value={row.id} />
          <HiddenField name="version" value={String(row.version)} />
        </Form>
      )}
    </section>
  )
}
