import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { MailText } from '#components/mail/mail-text.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { Instant } from '#components/ui/time.tsx'
import { readMail } from '#lib/server/mail/read-mailbox.ts'
import { visitor } from '#lib/server/opening.ts'
import { orNotFound } from '#lib/server/page.ts'

type Props = { params: Promise<{ id: string }> }

const load = cache((id: string) => orNotFound(readMail(visitor, { id })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).subject }
}

export default async function MailPage({ params }: Props) {
  const [t, { id }] = await Promise.all([getTranslations('mail.mailbox'), params])
  const { subject, text, locale, recipient, createdAt } = await load(id)
  return (
    <Page>
      <PageHead above={<Breadcrumb items={[{ href: '/mailbox', label: t('back') }]} />} title={<span lang={locale}>{subject}</span>} />
      <DefinitionList items={[{ name: t('recipient'), value: recipient }, { name: t('writtenAt'), value: <Instant at={createdAt} /> }]} />
      <div className="mt-6"><MailText text={text} locale={locale} /></div>
    </Page>
  )
}
