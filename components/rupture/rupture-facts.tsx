import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { PublicRupture } from '#lib/domain/public-rupture.ts'
import { EvidenceMark } from '#components/rupture/evidence-mark.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Link } from '#components/ui/link.tsx'

/** For whom the pathway breaks, where, and what is measured. */
export function RuptureFacts({ rupture, stage }: { rupture: PublicRupture; stage: { slug: string; title: Localized } | undefined }) {
  const t = useTranslations('rupture')
  const locale = useLocale()
  const format = useFormatter()
  return (
    <DefinitionList
      items={[
        { name: t('facts.population'), value: inLocale(rupture.population, locale) },
        {
          name: t('facts.stage'),
          value: stage && (
            <>
              <Link href={`/ruptures?stage=${stage.slug}`}>{inLocale(stage.title, locale)}</Link>
              {rupture.stageIsProposal && <span className="text-soft"> ({t('facts.proposal')})</span>}
            </>
          ),
        },
        { name: t('facts.field'), value: <Link href={`/ruptures?field=${rupture.field}`}>{t(`fields.${rupture.field}`)}</Link> },
        { name: t('facts.indicator'), value: inLocale(rupture.indicatorDefinition, locale) },
        { name: t('facts.data'), value: format.list(rupture.dataSourceTypes.map((type) => t(`dataSourceTypes.${type}`))) },
        { name: t('facts.evidence'), value: <EvidenceMark grade={rupture.evidence} /> },
      ]}
    />
  )
}
