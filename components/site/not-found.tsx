import { useTranslations } from 'next-intl'
import { DeadEnd } from '#components/site/dead-end.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

/** What a reader finds where nothing is, or nothing they may see: the two must not be told apart. */
export function NotFound() {
  const t = useTranslations('site.notFound')
  return (
    <DeadEnd title={t('title')} text={t('text')}>
      <ButtonLink href="/" tone="primary">
        {t('home')}
      </ButtonLink>
      <ButtonLink href="/ruptures">{t('ruptures')}</ButtonLink>
      <ButtonLink href="/calls">{t('calls')}</ButtonLink>
    </DeadEnd>
  )
}
