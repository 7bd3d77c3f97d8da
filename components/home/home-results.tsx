import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Section } from '#components/ui/heading.tsx'

/** What was measured: nothing has been published yet, which is said; and which ruptures might come first. */
export function HomeResults({ laureates }: { laureates: number }) {
  const t = useTranslations('home')
  return (
    <div className="grid gap-x-9 lg:grid-cols-[2fr_1fr]">
      <Section id="results" title={t('results.title')}>
        <EmptyState title={t('results.none')}>
          <p>{t('results.why', { count: laureates })}</p>
          <p className="flex flex-wrap gap-3 pt-2">
            <ButtonLink href="/laureates">{t('results.laureates')}</ButtonLink>
            <ButtonLink href="/metrics">{t('results.metrics')}</ButtonLink>
          </p>
        </EmptyState>
      </Section>
      <Section id="first" title={t('first.title')}>
        <p className="text-soft">{t('first.text')}</p>
        <ButtonLink href="/prioritisation" className="mt-4">
          {t('first.link')}
        </ButtonLink>
      </Section>
    </div>
  )
}
