import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeadEnd } from '#components/site/dead-end.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site.offline')
  return { title: t('title'), robots: { index: false } }
}

/** What a browser shows when the portal cannot be reached: kept on the device by public/offline-worker.js. */
export default async function OfflinePage() {
  const t = await getTranslations('site.offline')
  return (
    <DeadEnd title={t('title')} text={t('text')}>
      <ButtonLink href="/" tone="primary">
        {t('again')}
      </ButtonLink>
    </DeadEnd>
  )
}
