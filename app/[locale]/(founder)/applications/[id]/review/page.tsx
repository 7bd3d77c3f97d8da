import { getLocale, getTranslations } from 'next-intl/server'
import { ChangedNotice } from '#components/application/changed-notice.tsx'
import { DepositContent } from '#components/application/deposit-content.tsx'
import { GapList } from '#components/application/gap-list.tsx'
import { LateNotice, SubmitSection } from '#components/application/submit-section.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { submit } from '../../actions.ts'
import { filingTitle, loadFiling, type Props, versionRead } from '../filing.ts'

export const generateMetadata = async (props: Props) => filingTitle(props, (await getTranslations('filing'))('review.title'))

export default async function ReviewPage(props: Props) {
  const caller = await signedInCaller()
  const [{ id: asked }, since] = await Promise.all([props.params, versionRead(props)])
  const [t, locale, shown] = await Promise.all([getTranslations('filing'), getLocale(), loadFiling(asked, since)])
  const { id, draft, call, organisation, application, changed, changedSince, gaps, questions, editable, ready } = shown
  const isDeposited = application !== null && application.withdrawnAt === null
  return (
    <Page>
      <AccountNav here="applications" {...caller.rooms} signOut={signOut} />
      <PageHead
        above={<Breadcrumb items={[{ href: '/applications', label: t('list.title') }, { href: `/applications/${id}`, label: application?.solution ?? (draft.solution?.trim() || t('untitled')) }]} />}
        title={t('review.title')}
        lead={`${t('file.lead', { organisation: organisation.name, call: inLocale(call.title, locale) })} ${t('review.lead')}`}
      >
        {call.demonstration && <p className="mt-3"><Tag tone="uncertain">{t('demonstration')}</Tag></p>}
      </PageHead>
      <div className="space-y-4">
        {changedSince && <ChangedNotice {...changedSince} questions={questions} />}
        {editable !== 'all' && editable.length > 0 && <LateNotice fields={editable} questions={questions} />}
        {gaps.length === 0 && editable.length > 0 && <Notice tone="done" title={t('review.whole')} />}
      </div>
      {gaps.length > 0 && <Section id="gaps" title={t('review.gaps', { count: gaps.length })}><GapList id={id} gaps={gaps} questions={questions} /></Section>}
      <Section id="content" title={t('review.content')}>
        <ButtonLink href={`/applications/${id}/edit`} className="no-print mb-6">{t(shown.may.edit ? 'review.edit' : 'file.read')}</ButtonLink>
        <DepositContent {...ready} reader={shown} as={3} />
      </Section>
      <SubmitSection
        {...shown} version={draft.version} attempt={crypto.randomUUID()} gaps={gaps.length} files={ready.files.length} submit={submit}
        hasNews={!isDeposited || changed.some((field) => editable === 'all' || editable.includes(field))}
      />
    </Page>
  )
}
