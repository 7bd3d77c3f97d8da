import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ChangeList } from '#components/result/change-list.tsx'
import { DisclosureSection } from '#components/result/disclosure-section.tsx'
import { HiddenReasons } from '#components/result/hidden-reasons.tsx'
import { ReleaseHistory } from '#components/result/release-history.tsx'
import { ResultList } from '#components/result/result-list.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { previewDisclosure } from '#lib/server/disclosure/preview-disclosure.ts'
import { orNotFound } from '#lib/server/page.ts'
import { cancel, propose, release } from './actions.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ done?: string | string[] }> }

const load = cache(async (slug: string) => orNotFound(previewDisclosure(await signedInCaller(), { slug })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { call }] = await Promise.all([getTranslations('result'), getLocale(), params.then(({ slug }) => load(slug))])
  return { title: t('ofCall', { call: inLocale(call.title, locale) }) }
}

export default async function ManagedResultsPage({ params, searchParams }: Props) {
  const [t, locale, preview, { done }] = await Promise.all([getTranslations('result'), getLocale(), params.then(({ slug }) => load(slug)), searchParams])
  const { call, content, changes, reasons, releases } = preview
  return (
    <Page>
      <PageHead above={<Breadcrumb items={[{ href: '/manage', label: t('manage.calls') }, { href: `/manage/calls/${call.slug}`, label: inLocale(call.title, locale) }]} />} title={t('manage.title')} lead={t('manage.lead')}>
        {call.demonstration && <p className="mt-3"><Tag tone="uncertain">{t('demonstration')}</Tag></p>}
      </PageHead>
      {done && <div className="mb-6"><Notice tone="done" role="status"><p>{t(done === 'released' ? 'manage.done' : 'manage.saved')}</p></Notice></div>}
      <DisclosureSection preview={preview} propose={propose} cancel={cancel} release={release} />
      <Section id="changes" title={t('manage.sinceLast')}><ChangeList changes={changes} /></Section>
      <Section id="reasons" title={t('manage.reasons')}><HiddenReasons reasons={reasons} /></Section>
      <Section id="preview" title={t('manage.preview')}><ResultList results={content.results} under={4} /></Section>
      {releases.length > 0 && <Section id="releases" title={t('releases')}><ReleaseHistory call={call.slug} releases={releases} shown={null} /></Section>}
    </Page>
  )
}
