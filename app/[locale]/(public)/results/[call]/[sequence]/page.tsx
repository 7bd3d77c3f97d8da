import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DisclosedPage } from '#components/result/disclosed-page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { visitor } from '#lib/server/opening.ts'
import { orNotFound } from '#lib/server/page.ts'
import { showDisclosure } from '#lib/server/result/list-results.ts'
import { publicMetadata } from '../../../public-metadata.ts'

type Props = { params: Promise<{ call: string; sequence: string }> }

const load = cache((slug: string, sequence: string) => orNotFound(showDisclosure(visitor, { slug, sequence })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { call, sequence }] = await Promise.all([getTranslations('result'), getLocale(), params.then(({ call: slug, sequence: asked }) => load(slug, asked))])
  return publicMetadata(locale, `/results/${call.slug}/${sequence}`, { title: t('releaseOf', { call: inLocale(call.title, locale), sequence }), description: t('lead') })
}

export default async function ReleasePage({ params }: Props) {
  const { call, sequence } = await params
  return <DisclosedPage disclosed={await load(call, sequence)} />
}
