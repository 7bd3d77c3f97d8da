import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReminderForm } from '#components/board/reminder-form.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Page } from '#components/ui/page.tsx'
import { boardQuery } from '#lib/domain/board-view.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { previewReminders } from '#lib/server/programme/preview-reminders.ts'
import { remind } from '../actions.ts'
import { type Search, viewOf } from '../view.ts'

type Props = { searchParams: Promise<Search> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('flag'))('reminder.title') }
}

export default async function RemindersPage({ searchParams }: Props) {
  const [t, preview] = await Promise.all([getTranslations('flag'), searchParams.then(async (search) => orNotFound(previewReminders(await signedInCaller(), viewOf(search))))])
  const { view, reminders, idle } = preview
  const back = `/manage/board${boardQuery(view)}`
  return (
    <Page>
      <PageHead above={<Breadcrumb items={[{ href: '/manage', label: t('calls') }, { href: back, label: t('title') }]} />} title={t('reminder.title')} lead={t('reminder.lead')} />
      {reminders.length === 0
        ? <EmptyState title={t('reminder.none')}><p>{t('reminder.noneText')}</p></EmptyState>
        : <ReminderForm preview={preview} attempt={crypto.randomUUID()} remind={remind} />}
      {idle > 0 && <p className="mt-6 text-soft">{t('reminder.idle', { count: idle })}</p>}
      <p className="mt-3"><Link href={back}>{t('reminder.back')}</Link></p>
    </Page>
  )
}
