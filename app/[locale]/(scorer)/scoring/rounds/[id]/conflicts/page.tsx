import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DeclarationForm } from '#components/conflict/declaration-form.tsx'
import { DeclaredLinks } from '#components/conflict/declared-links.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Instant } from '#components/ui/time.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { showDeclaration } from '#lib/server/conflict/show-conflicts.ts'
import { orNotFound } from '#lib/server/page.ts'
import { signOut } from '../../../../../(account)/account/actions.ts'
import { declare } from './actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ declared?: string | string[] }> }

const load = cache(async (roundId: string) => orNotFound(showDeclaration(await signedInCaller(), { roundId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t] = await Promise.all([getTranslations('conflict.own'), params.then(({ id }) => load(id))])
  return { title: t('title') }
}

export default async function DeclarationPage({ params, searchParams }: Props) {
  const [t, locale, { id }, { declared }, caller] = await Promise.all([getTranslations('conflict.own'), getLocale(), params, searchParams, signedInCaller()])
  const { head, now, declaredAt, names, links } = await load(id)
  return (
    <Page>
      <AccountNav here="scoring" {...caller.rooms} signOut={signOut} />
      <PageHead title={t('title')} lead={t('lead', { call: inLocale(head.call.title, locale), round: inLocale(head.name, locale) })}>
        {head.call.demonstration && <p className="mt-3"><Tag tone="uncertain">{t('demonstration')}</Tag></p>}
        {head.declareBy && declaredAt === null && <p className="mt-3 font-semibold">{t.rich('declareBy', { at: () => <Instant at={head.declareBy as Date} now={now} /> })}</p>}
      </PageHead>
      {declaredAt && (
        <div className="mb-8">
          <Notice tone="done" {...(declared && { role: 'status' as const })} title={t.rich('done', { at: () => <Instant at={declaredAt} /> })}>
            {head.phase === 'scoring' ? <ButtonLink href="/scoring">{t('score')}</ButtonLink> : <p>{t('next')}</p>}
          </Notice>
        </div>
      )}
      <DeclaredLinks links={links} />
      {head.phase !== 'closed' && <DeclarationForm round={head} names={names} again={declaredAt !== null} declare={declare} />}
    </Page>
  )
}
