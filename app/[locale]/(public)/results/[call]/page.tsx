import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DisclosedPage } from '#components/result/disclosed-page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { visitor } from '#lib/server/opening.ts'
import { orNotFound } from '#lib/server/page.ts'
import { showDisclosure } from '#lib/server/result/list-results.ts'
import { publicMetadata } from '../../public-metadata.ts'

type Props = { params: Promise<{ call: string }> }

const load = cache((slug: string) => orNotFound(showDisclosure(visitor, { slug })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { call }] = await Promise.all([getTranslations('result'), getLocale(), params.then(({ call: slug }) => load(slug))])
  return publicMetadata(locale, `/results/${call.slug}`, { title: t('ofCall', { call: inLocale(call.title, locale) }), description: t('lead') })
}

export default async function CallResultsPage({ params }: Props) {
  return <DisclosedPage disclosed={await load((await params).call)} />
}
