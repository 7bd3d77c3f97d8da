import { useLocale, useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Instant } from '#components/ui/time.tsx'

type Action = ActionFormProps['action']
type Preview = {
  now: Date; sha256: string; call: { slug: string }; content: { results: readonly unknown[] }; obstacle: 'walled-off' | 'nothing' | 'unchanged' | 'exposed' | null; releases: readonly unknown[]
  pending: { id: string; proposedAt: Date; isOwn: boolean; stands: boolean } | null
}

/** How results go out: what is in the way, one manager who proposes and another who releases. */
export function DisclosureSection({ preview: { now, sha256, call, content, obstacle, releases, pending }, propose, cancel, release }: { preview: Preview; propose: Action; cancel: Action; release: Action }) {
  const t = useTranslations('result')
  const locale = useLocale()
  const slug = <HiddenField name="slug" value={call.slug} />
  return (
    <div className="space-y-5">
      {releases.length > 0 && <p><Link href={`/results/${call.slug}`}>{t('manage.public')}</Link></p>}
      {pending === null && (obstacle === null
        ? <Form id="propose-form" action={propose} submit={t('manage.propose')}>{slug}<HiddenField name="sha256" value={sha256} /></Form>
        : <Notice tone="uncertain" title={t('manage.notYet')}><p>{t(`manage.obstacles.${obstacle}`)}</p></Notice>)}
      {pending !== null && (
        <>
          <Notice tone={pending.stands ? 'plain' : 'stop'} title={t(pending.isOwn ? 'manage.proposedByYou' : 'manage.proposedByOther')}>
            <p>{t.rich(pending.stands ? (pending.isOwn ? 'manage.waits' : 'manage.yourTurn') : 'manage.changed', { at: () => <Instant at={pending.proposedAt} now={now} /> })}</p>
          </Notice>
          {!pending.isOwn && pending.stands && (
            <Form id="release-form" action={release} submit={t('manage.do')}>
              {slug}
              <HiddenField name="disclosureId" value={pending.id} />
              <TextField name="confirmed" inputMode="numeric" autoComplete="off" lang={locale} label={t('manage.confirm')} hint={t('manage.confirmHint', { count: content.results.length })} className="max-w-32 tabular-nums" />
            </Form>
          )}
          <Form id="cancel-form" action={cancel} submit={t('manage.cancel')} tone="quiet">{slug}<HiddenField name="disclosureId" value={pending.id} /></Form>
        </>
      )}
    </div>
  )
}
