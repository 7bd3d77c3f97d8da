import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { MessageForm } from '#components/message/message-form.tsx'
import { MessageList } from '#components/message/message-list.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { listMessages, seeMessages } from '#lib/server/message/read-messages.ts'
import { orNotFound } from '#lib/server/page.ts'
import { send } from '../../actions.ts'
import type { Props } from '../filing.ts'

const load = cache(async (draftId: string) => orNotFound(listMessages(await signedInCaller(), { draftId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { number }] = await Promise.all([getTranslations('message'), params.then(({ id }) => load(id))])
  return { title: number ? `${t('title')}, ${number}` : t('title') }
}

export default async function MessagesPage({ params }: Props) {
  const caller = await signedInCaller()
  const [t, of, locale, shown] = await Promise.all([getTranslations('message'), getTranslations('filing'), getLocale(), params.then(({ id }) => load(id))])
  const { draftId, side, isDeposited, mayWrite, number, solution, call, messages } = shown
  // Managers read and write on their own page of the file.
  if (side !== 'applicant') notFound()
  // Opening the page is reading it; those who cannot answer leave it unread for those who can.
  if (mayWrite && messages.some((each) => each.side === 'manager' && each.seenAt === null)) await seeMessages(caller, { draftId })
  return (
    <Page>
      <AccountNav here="applications" {...caller.rooms} signOut={signOut} />
      <PageHead
        above={<Breadcrumb items={[{ href: '/applications', label: of('list.title') }, { href: `/applications/${draftId}`, label: solution?.trim() || of('untitled') }]} />}
        title={t('title')}
        lead={number ? t('lead', { call: inLocale(call.title, locale), number }) : undefined}
      >
        {call.demonstration && <p className="mt-3"><Tag tone="uncertain">{of('demonstration')}</Tag></p>}
      </PageHead>
      <Section id="exchange" title={t('title')} className="[&>h2]:sr-only">
        <MessageList messages={messages} side={side} empty={t('noneHint')} />
        {!mayWrite ? <div className="mt-8"><Notice><p>{t('reader')}</p></Notice></div>
          : isDeposited ? <MessageForm draftId={draftId} attempt={crypto.randomUUID()} send={send} />
            : <div className="mt-8"><Notice title={t('notDeposited')}><p>{t('notDepositedText')}</p></Notice></div>}
      </Section>
    </Page>
  )
}
