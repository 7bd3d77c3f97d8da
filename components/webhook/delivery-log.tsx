import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { ShortInstant } from '#components/ui/time.tsx'
import { eventKey } from '#components/webhook/webhook-events.tsx'
import { daysDeliveriesAreKept, type WebhookEvent } from '#lib/domain/webhook.ts'

type Delivery = { id: string; type: WebhookEvent; body: string; createdAt: Date; tries: number; nextTryAt: Date | null; deliveredAt: Date | null; lastStatus: number | null; lastError: string | null }

/** What was sent to a tool, what it answered, and a way to send it again. */
export function DeliveryLog({ deliveries, replay }: { deliveries: readonly Delivery[]; replay: ActionFormProps['action'] }) {
  const t = useTranslations('webhook')
  return (
    <Section id="delivery-log" title={t('log.title')}>
      <p className="max-w-measure text-soft">{t('log.kept', { days: daysDeliveriesAreKept })}</p>
      {deliveries.length === 0 ? (
        <EmptyState title={t('log.none')}>{t('log.noneHint')}</EmptyState>
      ) : (
        <Table id="deliveries" caption={t('log.caption')}>
          <thead>
            <tr>
              <th scope="col">{t('log.when')}</th>
              <th scope="col">{t('log.what')}</th>
              <th scope="col">{t('log.state')}</th>
              <th scope="col">{t('log.tries')}</th>
              <th scope="col">{t('log.body')}</th>
              <th scope="col">{t('actions')}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((delivery) => (
              <tr key={delivery.id}>
                <td><ShortInstant at={delivery.createdAt} /></td>
                <th scope="row">{t(`kinds.${eventKey(delivery.type)}`)}</th>
                <td><State delivery={delivery} /></td>
                <td className="tabular-nums">{delivery.tries}</td>
                <td><code className="text-small break-all">{delivery.body}</code></td>
                <td>
                  {delivery.nextTryAt === null && (
                    <Form id={`replay-${delivery.id}`} action={replay} tone="quiet" submit={t('log.replay')} submitLabel={t('log.replayOf', { what: t(`kinds.${eventKey(delivery.type)}`), id: delivery.id })} className="">
                      <HiddenField name="deliveryId" value={delivery.id} />
                    </Form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}

function State({ delivery: { deliveredAt, nextTryAt, lastStatus, lastError } }: { delivery: Delivery }) {
  const t = useTranslations('webhook.log')
  const answer = lastStatus !== null ? t('answer', { status: lastStatus }) : lastError !== null ? t('error') : null
  return (
    <>
      {deliveredAt !== null ? <>{t('delivered')} <ShortInstant at={deliveredAt} /></> : nextTryAt !== null ? <>{t('waits')} <ShortInstant at={nextTryAt} /></> : t('givenUp')}
      {answer !== null && <span className="block text-small text-soft">{answer}</span>}
    </>
  )
}
