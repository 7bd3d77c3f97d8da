import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DepositFiles } from '#components/application/deposit-files.tsx'
import { ReceiptFacts } from '#components/application/receipt-facts.tsx'
import { ReceiptFuture } from '#components/application/receipt-future.tsx'
import { receiptAddress } from '#components/application/receipt-table.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Instant } from '#components/ui/time.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { showReceipt } from '#lib/server/application/show-receipt.ts'
import { orNotFound } from '#lib/server/page.ts'
import type { Props } from '../filing.ts'

/** The receipt asked for, or the last one. */
const load = cache(async (draftId: string, sequence: string | undefined) => orNotFound(showReceipt(await signedInCaller(), { draftId, ...(sequence && { sequence }) })))
const asked = async ({ params, searchParams }: Props) => {
  const [{ id }, { n }] = await Promise.all([params, searchParams])
  return load(id, typeof n === 'string' ? n : undefined)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { number, sequence }] = await Promise.all([getTranslations('filing'), asked(props)])
  return { title: `${t('receipt.title')} ${number}-${sequence}` }
}

export default async function ReceiptPage(props: Props) {
  const caller = await signedInCaller()
  const [t, locale, shown, { new: isNew }] = await Promise.all([getTranslations('filing'), getLocale(), asked(props), props.searchParams])
  const { id, now, number, sequence, isLast, withdrawnAt, deposit, call } = shown
  const solution = String(deposit.fields.solution ?? '')
  return (
    <Page>
      <AccountNav here="applications" {...caller.rooms} signOut={signOut} />
      <PageHead
        above={<Breadcrumb items={[{ href: '/applications', label: t('list.title') }, { href: `/applications/${id}`, label: solution }]} />}
        title={t('receipt.title')}
        lead={t('receipt.lead', { organisation: deposit.organisation.name, call: inLocale(call.title, locale) })}
      >
        {call.demonstration && <p className="mt-3"><Tag tone="uncertain">{t('demonstration')}</Tag></p>}
      </PageHead>
      <div className="mb-8 space-y-4">
        {isNew && isLast && <Notice tone="done" role="status" title={t('receipt.new')}><p>{t('receipt.newText')}</p></Notice>}
        {!isLast && <Notice tone="uncertain" title={t('receipt.older')}><p>{t('receipt.olderText')}</p></Notice>}
        {withdrawnAt && <Notice tone="uncertain"><p>{t.rich('receipt.withdrawn', { at: () => <Instant at={withdrawnAt} /> })}</p></Notice>}
      </div>
      <ReceiptFacts {...shown} />
      <Section id="files" title={t('receipt.files')}><DepositFiles files={shown.scanned} reader={{ id }} digests /></Section>
      <ReceiptFuture now={now} call={call} questions={deposit.answers.map(({ question, label }) => ({ id: question, label }))} />
      <Section id="verify" title={t('receipt.verify')}>
        <p className="max-w-measure">{t.rich('receipt.verifyText', { c: (words) => <code className="whitespace-nowrap text-small">{words}</code> })}</p>
        <p className="no-print mt-1 max-w-measure text-soft">{t('receipt.print')}</p>
        <div className="no-print mt-4 flex flex-wrap gap-3">
          <ButtonLink href={receiptAddress(id, sequence, 'pdf', locale)} download={`${number}-${sequence}.pdf`} tone="primary">{t('receipt.pdf')}</ButtonLink>
          <ButtonLink href={receiptAddress(id, sequence, 'json')} download={`${number}-${sequence}.json`}>{t('receipt.content')}</ButtonLink>
          <ButtonLink href={`/applications/${id}`}>{t('receipt.file-page')}</ButtonLink>
        </div>
      </Section>
    </Page>
  )
}
