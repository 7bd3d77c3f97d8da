import { useLocale, useTranslations } from 'next-intl'
import { Section } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { OrganisationKind } from '#lib/domain/organisation.ts'
import type { Aggregate, RoundKind } from '#lib/domain/round.ts'
import { formatList, formatPercent } from '#lib/i18n/format.ts'

type Props = {
  round: {
    id: string; name: Localized; aggregate: Aggregate; quorum: number; places: number; files: number; scorers: number; organisations: number; evaluations: number; kind: RoundKind
    kinds: Partial<Record<OrganisationKind, number>>; criteria: readonly { name: Localized; weight: number }[]
  }
}

/** A round as everybody may know it: its rules, who judged, and the weight of each criterion. */
export function RoundFacts({ round: { id, kind, name, aggregate, quorum, places, files, scorers, organisations, evaluations, kinds, criteria } }: Props) {
  const t = useTranslations('decision.public')
  const tKind = useTranslations('organisation.kinds')
  const locale = useLocale()
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0)
  const who = Object.entries(kinds).map(([kind, count]) => t('kind', { kind: tKind(kind as OrganisationKind), count }))
  return (
    <Section id={`round-${id}`} title={inLocale(name, locale)}>
      <p className="max-w-measure">{t(kind === 'jury' && evaluations === 0 ? 'met' : 'judged', { files, scorers, organisations, evaluations })}</p>
      {who.length > 0 && <p className="max-w-measure">{t('who', { kinds: formatList(who, locale) })}</p>}
      <p className="mb-4 max-w-measure text-soft">{t('rules', { aggregate, quorum, places })}</p>
      <Table id={`criteria-${id}`} caption={t('criteria', { round: inLocale(name, locale) })}>
        <thead><tr><th scope="col">{t('criterion')}</th><th scope="col">{t('weight')}</th></tr></thead>
        <tbody>{criteria.map((each) => <tr key={inLocale(each.name, locale)}><td>{inLocale(each.name, locale)}</td><td className="tabular-nums">{formatPercent(each.weight / total, locale)}</td></tr>)}</tbody>
      </Table>
    </Section>
  )
}
