import { useTranslations } from 'next-intl'
import { Tag } from '#components/ui/tag.tsx'
import { webhookEvents, type WebhookEvent } from '#lib/domain/webhook.ts'

/** A kind of event as a message's name holds it. */
export function eventKey(event: WebhookEvent) {
  return event.replace('.', '_') as 'application_submitted' | 'decision_released' | 'laureate_announced' | 'measurement_published'
}

/** What a tool is told, in the order of a call's life. */
export function WebhookEvents({ events }: { events: readonly WebhookEvent[] }) {
  const t = useTranslations('webhook.kinds')
  return (
    <ul className="flex flex-wrap gap-1">
      {webhookEvents.filter((event) => events.includes(event)).map((event) => (
        <li key={event}><Tag>{t(eventKey(event))}</Tag></li>
      ))}
    </ul>
  )
}
