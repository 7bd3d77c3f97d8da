import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NoticeList } from '#components/notice/notice-list.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { listNotices } from '#lib/server/notice/list-notices.ts'
import { signOut } from '../account/actions.ts'
import { see, seeAll } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notice'))('title') }
}

export default async function NoticesPage() {
  const caller = await signedInCaller()
  const [t, { today, notices }] = await Promise.all([getTranslations('notice'), listNotices(caller, {})])
  return (
    <Page>
      <AccountNav here="notices" {...caller.rooms} signOut={signOut} />
      <PageHead title={t('title')} lead={t('lead')} />
      <NoticeList today={today} notices={notices} see={see} seeAll={seeAll} />
    </Page>
  )
}
