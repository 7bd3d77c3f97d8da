import { useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { WebhookEvents } from '#components/webhook/webhook-events.tsx'
import type { WebhookEvent } from '#lib/domain/webhook.ts'

type Listed = { id: string; address: string; events: readonly WebhookEvent[]; disabledReason: 'by-hand' | 'gone' | null; waiting: number; givenUp: number; delivered: number }

/** The tools that are told what happens, and how their notices fare. */
export function WebhookTable({ webhooks }: { webhooks: readonly Listed[] }) {
  const t = useTranslations('webhook')
  if (webhooks.length === 0) return <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
  return (
    <Table id="webhooks" caption={t('caption')}>
      <thead>
        <tr>
          <th scope="col">{t('address')}</th>
          <th scope="col">{t('events')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('deliveries')}</th>
        </tr>
      </thead>
      <tbody>
        {webhooks.map(({ id, address, events, disabledReason, waiting, givenUp, delivered }) => (
          <tr key={id}>
            <th scope="row"><Link href={`/admin/webhooks/${id}`} className="break-all">{address}</Link></th>
            <td><WebhookEvents events={events} /></td>
            <td>{disabledReason ? <Tag tone="rupture">{t(disabledReason)}</Tag> : <Tag tone="bridge">{t('active')}</Tag>}</td>
            <td>{t('counts', { delivered, waiting, givenUp })}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
