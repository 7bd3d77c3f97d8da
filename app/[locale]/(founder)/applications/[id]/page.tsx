import { getLocale, getTranslations } from 'next-intl/server'
import { ConsultationList } from '#components/application/consultation-list.tsx'
import { CorrectionSection } from '#components/application/correction-section.tsx'
import { FilingFacts } from '#components/application/filing-facts.tsx'
import { FilingNow } from '#components/application/filing-now.tsx'
import { DepositFiles } from '#components/application/deposit-files.tsx'
import { FilingTag } from '#components/application/filing-tag.tsx'
import { ReceiptTable } from '#components/application/receipt-table.tsx'
import { StartLinks } from '#components/application/start-links.tsx'
import { WithdrawSection } from '#components/application/withdraw-section.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { madeOfAnswers } from '#lib/server/making.ts'
import { finish, withdraw } from '../actions.ts'
import { filingTitle, loadFiling, type Props } from './filing.ts'

export const generateMetadata = (props: Props) => filingTitle(props)

export default async function FilingPage({ params }: Props) {
  const [t, locale, shown, { rooms }] = await Promise.all([getTranslations('filing'), getLocale(), params.then(({ id }) => loadFiling(id)), signedInCaller()])
  const { id, now, state, call, organisation, draft, application, changed, gaps, questions, owners, corrections, receipts, consultations, messages, may } = shown
  // A correction to tick off carries the name of an attempt, another for each who asks.
  if (!corrections.some(({ isOpen }) => isOpen)) madeOfAnswers()
  return (
    <Page>
      <AccountNav here="applications" {...rooms} signOut={signOut} />
      <PageHead
        above={<Breadcrumb items={[{ href: '/applications', label: t('list.title') }]} />}
        title={application?.solution ?? (draft.solution?.trim() || t('untitled'))}
        lead={t('file.lead', { organisation: organisation.name, call: inLocale(call.title, locale) })}
      >
        <p className="mt-4 flex flex-wrap items-center gap-2">
          {shown.decidedAt ? <Tag tone="line">{t('decided')}</Tag> : <FilingTag state={state} />}
          {application && <Tag>{t('list.number', { number: application.number })}</Tag>}
          {call.demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}
        </p>
      </PageHead>
      <section aria-labelledby="now">
        <h2 id="now" className="sr-only">{t('file.now')}</h2>
        <FilingNow id={id} state={state} acts={shown.acts} opensAt={call.opensAt} decidedAt={shown.decidedAt} application={application} changed={changed} gaps={gaps.length} questions={questions} owners={owners} editable={shown.editable} may={may} />
      </section>
      <CorrectionSection id={id} now={now} version={draft.version} corrections={corrections} changed={changed} questions={questions} owners={owners} isOwner={may.own} attempts={Object.fromEntries(corrections.map((each) => [each.id, crypto.randomUUID()]))} finish={finish} />
      <div className="lg:grid lg:grid-cols-2 lg:gap-x-12">
        <FilingFacts now={now} call={call} permitUntil={shown.permitUntil} organisation={organisation} questions={questions} />
        <div>
          <Section id="messages" title={t('file.messages')}>
            <p className="mb-3">{t('file.messagesCount', messages)}</p>
            <ButtonLink href={`/applications/${id}/messages`} className="no-print">{t('file.messagesOpen')}</ButtonLink>
          </Section>
          <Section id="opened" title={t('opened.title')}><ConsultationList consultations={consultations} now={now} /></Section>
        </div>
      </div>
      <Section id="receipts" title={t('receipts.title')}>
        <ReceiptTable id={id} number={application?.number ?? ''} receipts={receipts} stands={application?.withdrawnAt === null ? application.sequence : null} links />
      </Section>
      {shown.deposited && <Section id="files" title={t('receipt.files')}><DepositFiles files={shown.deposited.files} reader={shown} digests /></Section>}
      <div className="no-print lg:grid lg:grid-cols-2 lg:gap-x-12">
        <StartLinks id={id} calls={shown.otherCalls} />
        <Section id="take" title={t('file.take')}>
          <p className="mb-3 max-w-measure text-soft">{t('file.takeText')}</p>
          <ButtonLink href={`/api/v1/applications/${id}/export`} download>{t('file.export')}</ButtonLink>
        </Section>
      </div>
      {may.withdraw && <WithdrawSection id={id} withdraw={withdraw} />}
    </Page>
  )
}
