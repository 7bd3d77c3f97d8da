import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountNav } from '#components/person/account-nav.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { AddWebhook } from '#components/webhook/add-webhook.tsx'
import { WebhookTable } from '#components/webhook/webhook-table.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { listWebhooks } from '#lib/server/webhook/list-webhooks.ts'
import { signOut } from '../../account/actions.ts'
import { add } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhook'))('title') }
}

export default async function WebhooksPage() {
  const caller = await signedInCaller()
  const [t, admin, webhooks] = await Promise.all([getTranslations('webhook'), getTranslations('account.admin'), orNotFound(listWebhooks(caller, {}))])
  return (
    <Page>
      <AccountNav here="admin" {...caller.rooms} signOut={signOut} />
      <PageHead above={<Breadcrumb items={[{ href: '/admin', label: admin('title') }]} />} title={t('title')} lead={t('lead')} />
      <WebhookTable webhooks={webhooks} />
      <AddWebhook add={add} />
    </Page>
  )
}
