import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SiteFrame } from '#components/site/frame.tsx'
import { NotFound } from '#components/site/not-found.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site.notFound')
  return { title: t('metaTitle') }
}

export default function NotFoundPage() {
  return (
    <SiteFrame>
      <NotFound />
    </SiteFrame>
  )
}
