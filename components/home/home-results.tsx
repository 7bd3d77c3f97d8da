import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Section } from '#components/ui/heading.tsx'

/** What was measured, or that nothing has been published yet; and which ruptures might come first. */
export function HomeResults({ laureates, results }: { laureates: number; results: number }) {
  const t = useTranslations('home')
  return (
    <div className="grid gap-x-9 lg:grid-cols-[2fr_1fr]">
      <Section id="results" title={t('results.title')}>
        {results > 0 ? (
          <>
            <p className="max-w-measure">{t('results.published', { count: results })}</p>
            <p className="mt-4 flex flex-wrap gap-3"><ButtonLink href="/results">{t('results.read')}</ButtonLink></p>
          </>
        ) : (
          <EmptyState title={t('results.none')}>
            <p>{t('results.why', { count: laureates })}</p>
            <p className="flex flex-wrap gap-3 pt-2">
              <ButtonLink href="/laureates">{t('results.laureates')}</ButtonLink>
              <ButtonLink href="/metrics">{t('results.metrics')}</ButtonLink>
            </p>
          </EmptyState>
        )}
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
