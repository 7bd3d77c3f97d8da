import { useTranslations } from 'next-intl'
import { Checklist } from '#components/call-editor/checklist.tsx'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { Turn } from '#components/call-editor/turn.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ConfirmField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { BulletList } from '#components/article/bullet-list.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Instant } from '#components/ui/time.tsx'

type Action = ActionFormProps['action']

/** Before a call is public: what is missing, what publishing does, and the button once nothing is missing. */
export function PublishSection({ settings, publish }: { settings: EditedCall; publish: Action }) {
  const t = useTranslations('call-editor.publish')
  const { call, needs, questions, criteria, now } = settings
  if (needs.length > 0) {
    return (
      <>
        <Notice tone="uncertain" title={t('lacking', { count: needs.length })} />
        <Checklist settings={settings} />
      </>
    )
  }
  return (
    <>
      <Heading as={2} size={3}>{t('consequences')}</Heading>
      <BulletList
          items={[
            { key: 'public', text: t('isPublic', { address: `/calls/${call.slug}` }) },
            { key: 'opens', text: call.opensAt && call.opensAt > now ? t.rich('opens', { at: () => <Instant at={call.opensAt as Date} now={now} /> }) : t('opensAtOnce') },
            { key: 'closes', text: t.rich('closes', { at: () => <Instant at={call.closesAt as Date} now={now} /> }) },
            { key: 'freezes', text: t('freezes', { count: questions.length, criteria: criteria.length }) },
            { key: 'stays', text: t('stays') },
          ]}
        />
      <Form id="publish" action={publish} submit={t('do')}>
        <Turn call={call} place="" />
      </Form>
    </>
  )
}

/** Does away with a call that nobody has seen. */
export function DiscardSection({ call, discard }: Pick<EditedCall, 'call'> & { discard: Action }) {
  const t = useTranslations('call-editor.discard')
  return (
    <section aria-labelledby="discard" className="border-t border-rule pt-4">
      <Heading as={2} size={3} id="discard">{t('title')}</Heading>
      <p className="max-w-measure text-soft">{t('text')}</p>
      <Form id="discard-call" action={discard} tone="secondary" submit={t('do')} className="space-y-2">
        <Turn call={call} place="" />
        <ConfirmField name="confirmed" label={t('confirm')} />
      </Form>
    </section>
  )
}
