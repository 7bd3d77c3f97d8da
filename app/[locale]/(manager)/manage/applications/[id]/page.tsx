import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ConsultationList } from '#components/application/consultation-list.tsx'
import { DepositContent } from '#components/application/deposit-content.tsx'
import { DepositFiles } from '#components/application/deposit-files.tsx'
import { OpenedFacts } from '#components/application/opened-facts.tsx'
import { ReceiptTable } from '#components/application/receipt-table.tsx'
import { AskSection } from '#components/correction/ask-section.tsx'
import { MessageForm } from '#components/message/message-form.tsx'
import { MessageList } from '#components/message/message-list.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Heading, Section } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { openApplication } from '#lib/server/application/open-application.ts'
import { listMessages, seeMessages } from '#lib/server/message/read-messages.ts'
import { orNotFound } from '#lib/server/page.ts'
import { ask, cancel, send } from '../actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ sent?: string | string[] }> }

/** Opened once for the title and the page: that it was opened is written down. */
const open = cache(async (draftId: string) => orNotFound(openApplication(await signedInCaller(), { draftId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { application } = await params.then(({ id }) => open(id))
  return { title: `${application.number}, ${application.solution}` }
}

const parts = ['content', 'files', 'corrections', 'messages', 'receipts', 'opened'] as const

export default async function OpenedPage({ params, searchParams }: Props) {
  const [t, titles, locale, { id }, { sent }, caller] = await Promise.all([getTranslations('managed-application'), getTranslations('filing'), getLocale(), params, searchParams, signedInCaller()])
  const shown = await open(id)
  const conversation = await orNotFound(listMessages(caller, { draftId: id }))
  if (conversation.messages.some(({ side, seenAt }) => side === 'applicant' && seenAt === null)) await seeMessages(caller, { draftId: id })
  const { now, call, organisation, application, deposited, questions, files, receipts, corrections, consultations } = shown
  const scanned = files.map((file) => Object.assign(file, { question: file.questionId }))
  const title: Record<(typeof parts)[number], string> = { content: t('content'), files: t('files'), corrections: t('corrections.title'), messages: titles('file.messages'), receipts: t('receipts'), opened: t('opened') }
  return (
    <Page>
      <header className="pb-6 pt-5">
        <Breadcrumb items={[{ href: '/manage', label: inLocale(call.title, locale) }, { href: `/manage/calls/${call.slug}/applications`, label: t('back') }]} />
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
          <Heading as={1} size={2} className="max-w-[44ch]">{application.solution}</Heading>
          <Tag>{t('number', { number: application.number })}</Tag>
          {call.demonstration && <Tag tone="uncertain">{titles('demonstration')}</Tag>}
        </div>
        <nav aria-label={t('toc')} className="no-print mt-4">
          <ul className="flex flex-wrap gap-x-6">{parts.map((part) => <li key={part}><a href={`#${part}`} className="inline-block py-2">{title[part]}</a></li>)}</ul>
        </nav>
      </header>
      <OpenedFacts call={call} organisation={organisation} application={application} last={receipts[0]} />
      {deposited && <Section id="content" title={title.content}><DepositContent fields={deposited.fields} answers={deposited.answers} files={scanned} reader="other" as={3} /></Section>}
      <Section id="files" title={title.files}><DepositFiles files={scanned} reader="other" digests /></Section>
      <Section id="corrections" title={title.corrections}><AskSection id={id} now={now} corrections={corrections} questions={questions} ask={ask} cancel={cancel} sent={sent === 'correction'} /></Section>
      <Section id="messages" title={title.messages}>
        <MessageList messages={conversation.messages} side="manager" empty={(await getTranslations('message'))('noneManager')} />
        <MessageForm draftId={id} attempt={crypto.randomUUID()} send={send} />
      </Section>
      <Section id="receipts" title={title.receipts}><ReceiptTable id={id} number={application.number} receipts={receipts} stands={application.sequence} links={false} /></Section>
      <Section id="opened" title={title.opened}>
        <p className="mb-3 max-w-measure text-soft">{t('openedHint')}</p>
        <ConsultationList consultations={consultations} now={now} />
      </Section>
    </Page>
  )
}
