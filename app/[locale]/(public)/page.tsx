import { getTranslations } from 'next-intl/server'

export default async function HomePage() {
  const t = await getTranslations('site')
  return <main>{t('name')}</main>
}
