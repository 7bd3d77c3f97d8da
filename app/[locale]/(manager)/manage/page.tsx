import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ManagedCalls } from '#components/call-editor/managed-calls.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { listManagedCalls } from '#lib/server/call/list-managed-calls.ts'
import { orNotFound } from '#lib/server/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('call-editor'))('list.title') }
}

export default async function ManagePage() {
  const [t, { calls }] = await Promise.all([getTranslations('call-editor.list'), orNotFound(listManagedCalls(await signedInCaller(), {}))])
  return (
    <Page>
      <header className="flex flex-wrap items-end justify-between gap-4 pb-2 pt-6">
        <div>
          <Heading as={1} size={2}>{t('title')}</Heading>
          <p className="mt-1 text-soft">{t('lead')}</p>
        </div>
        <ButtonLink href="/manage/calls/new" tone="primary">{t('create')}</ButtonLink>
      </header>
      {calls.length === 0 ? <EmptyState title={t('none')}><p>{t('noneHint')}</p></EmptyState> : <ManagedCalls calls={calls} />}
    </Page>
  )
}
