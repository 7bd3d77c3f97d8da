import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountNav } from '#components/person/account-nav.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { DeliveryLog } from '#components/webhook/delivery-log.tsx'
import { WebhookDeeds } from '#components/webhook/webhook-deeds.tsx'
import { WebhookEvents } from '#components/webhook/webhook-events.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { showWebhook } from '#lib/server/webhook/list-webhooks.ts'
import { signOut } from '../../../account/actions.ts'
import { disable, enable, remove, replay, rotate } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhook'))('title') }
}

export default async function WebhookPage({ params }: { params: Promise<{ id: string }> }) {
  const [caller, { id }] = await Promise.all([signedInCaller(), params])
  const [t, admin, webhook] = await Promise.all([getTranslations('webhook'), getTranslations('account.admin'), orNotFound(showWebhook(caller, { webhookId: id }))])
  return (
    <Page>
      <AccountNav here="admin" {...caller.rooms} signOut={signOut} />
      <PageHead above={<Breadcrumb items={[{ href: '/admin', label: admin('title') }, { href: '/admin/webhooks', label: t('title') }]} />} title={<span className="break-all">{webhook.address}</span>}>
        <WebhookEvents events={webhook.events} />
      </PageHead>
      <WebhookDeeds webhook={webhook} actions={{ disable, enable, remove, rotate }} />
      <DeliveryLog deliveries={webhook.deliveries} replay={replay} />
    </Page>
  )
}
