import { useLocale, useTranslations } from 'next-intl'
import { EstimateFacts } from '#components/rupture/estimate-facts.tsx'
import { Figure } from '#components/rupture/figure.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import type { NotedSource } from '#components/ui/source-note.tsx'
import type { Estimate } from '#lib/domain/estimate.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'

type Props = { national: { estimate: Estimate; sources: readonly NotedSource[] } | null; rupture: { slug: string; title: Localized } | null }

/** The country's figure for the rupture, apart from the site's own: context and no comparison. */
export function NationalContext({ national, rupture }: Props) {
  const t = useTranslations('programme-metric')
  const locale = useLocale()
  return (
    <section aria-labelledby="national" className="max-w-measure space-y-2 border-t border-rule pt-5">
      <Heading as={2} size={3} id="national">{t('national.title')}</Heading>
      <p className="text-soft">{t('national.lead')}</p>
      {rupture && <p>{t('rupture')}{locale === 'fr' ? '\u00A0: ' : ': '}<Link href={`/ruptures/${rupture.slug}`}>{inLocale(rupture.title, locale)}</Link></p>}
      {national === null ? <p className="text-soft">{t('national.none')}</p> : (
        <>
          <p><span className="text-soft">{inLocale(national.estimate.name, locale)} </span><Figure estimate={national.estimate} className="font-semibold" /></p>
          <EstimateFacts estimate={national.estimate} sources={national.sources} />
        </>
      )}
    </section>
  )
}
