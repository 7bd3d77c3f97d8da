import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { ShortInstant } from '#components/ui/time.tsx'
import { browserName } from '#lib/domain/browser.ts'

type Action = ActionFormProps['action']
type Session = { id: string; userAgent: string | null; createdAt: Date; seenAt: Date }
type Props = { sessions: readonly Session[]; current: string | undefined; close: Action; closeOthers: Action; closeAll: Action }

/** The browsers one is signed in with, each of which can be shown the door. */
export function SessionSection({ sessions, current, close, closeOthers, closeAll }: Props) {
  const t = useTranslations('account.sessions')
  return (
    <Section id="sessions" title={t('title')}>
      <p className="mb-4 max-w-measure text-soft">{t('lead')}</p>
      <Table id="session-table" caption={t('caption')} captionHidden>
        <thead>
          <tr>
            <th scope="col">{t('browser')}</th>
            <th scope="col">{t('seen')}</th>
            <th scope="col">{t('opened')}</th>
            <th scope="col">{t('action')}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, userAgent, createdAt, seenAt }) => (
            <tr key={id}>
              <th scope="row">
                {browserName(userAgent) ?? t('unknown')} {id === current && <Tag tone="line">{t('this')}</Tag>}
              </th>
              <td><ShortInstant at={seenAt} /></td>
              <td><ShortInstant at={createdAt} /></td>
              <td>
                {id !== current && (
                  <Form id={`close-${id}`} action={close} tone="quiet" submit={t('end')} submitLabel={t('endNamed', { when: createdAt.toISOString().slice(0, 16) })} className="">
                    <HiddenField name="sessionId" value={id} />
                  </Form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="mt-5 flex flex-wrap gap-4">
        {sessions.length > 1 && <Form id="close-others" action={closeOthers} tone="secondary" submit={t('endOthers')} className="" />}
        <Form id="close-all" action={closeAll} tone="secondary" submit={t('endAll')} className="" />
      </div>
    </Section>
  )
}
