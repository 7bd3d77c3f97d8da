import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NotFound } from '#components/site/not-found.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site.notFound')
  return { title: t('metaTitle') }
}

export default function NotFoundInFrame() {
  return <NotFound />
}
