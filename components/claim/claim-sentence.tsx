import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'
import type { Claim } from '#lib/domain/claim.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { formatFigure } from '#lib/i18n/format.ts'

type Props = { claim: Omit<Claim, 'ruptureVersionId' | 'metric'>; rupture: { slug: string; version: number; title: Localized } }

/** A claim as the one sentence it is; the rupture leads to the very version its author read. */
export function ClaimSentence({ claim, rupture }: Props) {
  const t = useTranslations('claim')
  const levels = useTranslations('application.evidenceLevels')
  const locale = useLocale()
  const strong = (words: ReactNode) => () => <strong className="font-semibold">{words}</strong>
  return (
    <p className="max-w-measure text-pretty">
      {t.rich('sentence', {
        rupture: () => <Link href={`/ruptures/${rupture.slug}?version=${rupture.version}`}>{inLocale(rupture.title, locale)}</Link>,
        mechanism: strong(claim.mechanism),
        population: strong(claim.population),
        indicator: strong(claim.indicator),
        baseline: strong(formatFigure(claim.baseline, claim.unit, locale)),
        target: strong(formatFigure(claim.target, claim.unit, locale)),
        evidence: strong(levels(claim.evidenceLevel)),
      })}
    </p>
  )
}
