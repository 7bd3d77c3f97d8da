import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicSourceDetail } from '#lib/domain/public-source.ts'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { ExternalLink } from '#components/ui/link.tsx'

/** Who published it, when, of which kind, and where to read it. */
export function SourceFacts({ source }: { source: PublicSourceDetail }) {
  const t = useTranslations('source')
  const locale = useLocale()
  const facts = [
    { name: t('publisher'), value: inLocale(source.publisher, locale) },
    { name: t('year'), value: source.year ?? t('undated') },
    { name: t('kind'), value: t(`kindMeaning.${source.kind}`) },
    { name: t('language'), value: t(`languages.${source.language}`) },
    {
      name: t('link'),
      value: source.url === null ? t('noLink') : (
        <>
          <ExternalLink href={source.url} lang={source.language} hrefLang={source.language}>
            {t('open')}
          </ExternalLink>
          <span className="block break-all text-small text-soft">{source.url}</span>
        </>
      ),
    },
  ]
  return <DefinitionList items={source.note === null ? facts : [...facts, { name: t('note'), value: inLocale(source.note, locale) }]} />
}
