import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NotFound } from '#components/site/not-found.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site.notFound')
  return { title: t('metaTitle'), robots: { index: false } }
}

/** The 404 page as a page: the front server answers with it, status 404, wherever nothing is. */
export default function NowherePage() {
  return <NotFound />
}
