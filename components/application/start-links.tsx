import { useLocale, useTranslations } from 'next-intl'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'

/** Open calls this file could be the start for. */
export function StartLinks({ id, calls }: { id: string; calls: readonly { slug: string; title: Localized }[] }) {
  const t = useTranslations('filing.start')
  const locale = useLocale()
  if (calls.length === 0) return null
  return (
    <Section id="start" title={t('title')}>
      <p className="mb-3 max-w-measure text-soft">{t('lead')}</p>
      <ul>
        {calls.map(({ slug, title }) => <li key={slug}><Link href={`/applications/start/${slug}/from/${id}`} className="inline-block py-1.5">{t('to', { call: inLocale(title, locale) })}</Link></li>)}
      </ul>
    </Section>
  )
}
