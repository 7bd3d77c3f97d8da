import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button.tsx'
import { Section } from '#components/ui/heading.tsx'

/** One's own data: to take away, or to have deleted. */
export function DataSection() {
  const t = useTranslations('account.data')
  return (
    <Section id="data" title={t('title')}>
      <p className="mb-4 max-w-measure text-soft">{t('lead')}</p>
      <div className="flex flex-wrap gap-4">
        <ButtonLink href="/api/v1/account/export" download="passerelle.json">{t('export')}</ButtonLink>
        <ButtonLink href="/account/delete" tone="quiet">{t('delete')}</ButtonLink>
      </div>
    </Section>
  )
}
