import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MailTable } from '#components/mail/mail-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { listMails } from '#lib/server/mail/read-mailbox.ts'
import { visitor } from '#lib/server/opening.ts'
import { orNotFound } from '#lib/server/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail'))('mailbox.title') }
}

export default async function MailboxPage() {
  const [t, mails] = await Promise.all([getTranslations('mail.mailbox'), orNotFound(listMails(visitor, {}))])
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      {mails.length === 0 ? <EmptyState title={t('empty')}><p>{t('emptyHint')}</p></EmptyState> : <MailTable mails={mails} />}
      <div className="mt-6 flex flex-wrap gap-4">
        <ButtonLink href="/mailbox">{t('refresh')}</ButtonLink>
        <ButtonLink href="/sign-in" tone="quiet">{t('signIn')}</ButtonLink>
      </div>
    </Page>
  )
}
