import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { CallAsTold } from '#components/call/call-as-told.tsx'
import { CallRunHere } from '#components/call/call-run-here.tsx'
import { Page } from '#components/ui/page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { showCall } from '#lib/server/call/show-call.ts'
import { showCallForm } from '#lib/server/call/show-call-form.ts'
import { listNews } from '#lib/server/open-data/list-news.ts'
import { visitor } from '#lib/server/opening.ts'
import { orNotFound } from '#lib/server/page.ts'
import { listRuptures } from '#lib/server/rupture/list-ruptures.ts'
import { nameSources } from '#lib/server/source/name-sources.ts'
import { publicMetadata } from '../../public-metadata.ts'

type Props = { params: Promise<{ slug: string }> }

const load = cache((slug: string) => orNotFound(showCall(visitor, { slug })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [call, locale, t] = await Promise.all([params.then(({ slug }) => load(slug)), getLocale(), getTranslations('call')])
  const description = call.runHere && call.target.text ? inLocale(call.target.text, locale) : t('description')
  return publicMetadata(locale, `/calls/${call.slug}`, { title: inLocale(call.title, locale), description })
}

export default async function CallPage({ params }: Props) {
  const { slug } = await params
  const [call, sources] = await Promise.all([load(slug), nameSources(visitor, {})])
  return <Page>{call.runHere ? <RunHere call={call} sources={sources} /> : <CallAsTold call={call} sources={sources} />}</Page>
}

async function RunHere({ call, sources }: { call: PublicCall; sources: Awaited<ReturnType<typeof nameSources>> }) {
  const [{ eligibility, now }, { ruptures, laureates }, news] = await Promise.all([orNotFound(showCallForm(visitor, { slug: call.slug })), listRuptures(visitor, {}), listNews(visitor, {})])
  const known = news.find(({ slug }) => slug === call.slug)
  return <CallRunHere call={call} now={now} conditions={eligibility.length} ruptures={ruptures} laureates={laureates} sources={sources} isDecided={typeof known?.decidedAt === 'string'} hasResults={(known?.releases.length ?? 0) > 0} />
}
