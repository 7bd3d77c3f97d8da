import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { CarriedTable } from '#components/draft/carried-table.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { compareEarlierDraft } from '#lib/server/draft/carry-over.ts'
import { orNotFound } from '#lib/server/page.ts'
import { startFrom } from '../../../../actions.ts'

type Props = { params: Promise<{ call: string; source: string }> }

const load = cache(async (slug: string, fromId: string) => orNotFound(compareEarlierDraft(await signedInCaller(), { slug, fromId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { call }] = await Promise.all([getTranslations('filing.start'), getLocale(), params.then(({ call: slug, source }) => load(slug, source))])
  return { title: `${t('pageTitle')}, ${inLocale(call.title, locale)}` }
}

export default async function StartFromPage({ params }: Props) {
  const caller = await signedInCaller()
  const { call: slug, source } = await params
  const [t, of, locale, { call, organisation, earlier, rows, questions, ruptures }] = await Promise.all([getTranslations('filing.start'), getTranslations('filing'), getLocale(), load(slug, source)])
  const count = rows.filter(({ isCarried }) => isCarried).length
  return (
    <Page>
      <AccountNav here="applications" {...caller.rooms} signOut={signOut} />
      <PageHead
        above={<Breadcrumb items={[{ href: '/applications', label: of('list.title') }, { href: `/calls/${slug}`, label: inLocale(call.title, locale) }]} />}
        title={t('pageTitle')}
        lead={t('pageLead', { from: inLocale(earlier.call, locale), to: inLocale(call.title, locale), organisation: organisation.name })}
      >
        {call.demonstration && <p className="mt-3"><Tag tone="uncertain">{of('demonstration')}</Tag></p>}
      </PageHead>
      {count === 0 && <EmptyState title={t('nothing')}><p>{t('nothingHint')}</p></EmptyState>}
      {rows.length > 0 && <div className="mt-6"><CarriedTable rows={rows} questions={questions} ruptures={ruptures} /></div>}
      <p className="my-6 max-w-measure text-soft">{t('leaves')}</p>
      {count > 0 && (
        <Form id="start" action={startFrom} submit={t('do', { count })}>
          <HiddenField name="slug" value={slug} />
          <HiddenField name="fromId" value={source} />
          <HiddenField name="key" value={crypto.randomUUID()} />
        </Form>
      )}
    </Page>
  )
}
