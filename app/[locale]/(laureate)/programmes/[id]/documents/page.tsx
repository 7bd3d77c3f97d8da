import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { AccountNav } from '#components/person/account-nav.tsx'
import { DocumentField } from '#components/programme/document-field.tsx'
import { DocumentList } from '#components/programme/document-list.tsx'
import { ProgrammeHead } from '#components/programme/programme-head.tsx'
import { roomOf } from '#components/programme/room-of.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { open, type Props, titled } from '../programme.ts'

export const generateMetadata = titled('documents')

export default async function DocumentsPage({ params }: Props) {
  const [caller, t, locale, messages, shown] = await Promise.all([signedInCaller(), getTranslations('programme.page'), getLocale(), getMessages(), params.then(({ id }) => open(id))])
  const { side, mayWrite, isRunning, programme, documents } = shown
  const ofWhole = documents.filter(({ milestoneId }) => milestoneId === null)
  return (
    <Page>
      <AccountNav here={roomOf(side)} {...caller.rooms} signOut={signOut} />
      <ProgrammeHead shown={shown} title={t('documents')} lead={t('noDocumentText')} />
      {mayWrite && isRunning
        ? <DocumentField programmeId={programme.id} documents={ofWhole} disabled={false} words={messages.file} locale={locale} />
        : documents.length === 0 ? <EmptyState title={t('noDocument')} /> : <DocumentList documents={documents} />}
    </Page>
  )
}
