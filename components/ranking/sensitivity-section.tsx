import { useLocale, useTranslations } from 'next-intl'
import { ApplicationLinks } from '#components/ranking/application-links.tsx'
import type { NamedApplication, RankedRound } from '#components/ranking/ranked-round.ts'
import { Section } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import type { Scenario } from '#lib/domain/sensitivity.ts'

/** What would enter and leave the shortlist if one thing were otherwise; the cases that change nothing are named in a line. */
export function SensitivitySection({ ranked: { criteria, names: { organisations }, input: { rules }, result: { sensitivities } }, named }: { ranked: RankedRound; named: ReadonlyMap<string, NamedApplication> }) {
  const t = useTranslations('ranking.sensitivity')
  const locale = useLocale()
  const words = (scenario: Scenario) => {
    if (scenario.kind === 'aggregate') return t('aggregate', { aggregate: scenario.aggregate })
    if (scenario.kind === 'without-organisation') return t('without', { organisation: organisations.find(({ id }) => id === scenario.organisationId)?.name ?? '' })
    return t('weight', { criterion: inLocale(criteria.find(({ slug }) => slug === scenario.criterionId)?.name ?? { fr: scenario.criterionId }, locale), percent: scenario.percent })
  }
  const changing = sensitivities.filter(({ enters, leaves }) => enters.length + leaves.length > 0)
  const steady = sensitivities.filter((each) => !changing.includes(each))
  if (changing.length === 0) return <Section id="sensitivity" title={t('title')}><p className="max-w-measure">{t('steady', { count: steady.length, aggregate: rules.aggregate === 'mean' ? 'median' : 'mean' })}</p></Section>
  return (
    <Section id="sensitivity" title={t('title')}>
      <p className="mb-4 max-w-measure text-soft">{t('lead')}</p>
      <Table id="sensitivity-table" caption={t('caption')} captionHidden>
        <thead><tr>{(['scenario', 'enters', 'leaves'] as const).map((column) => <th key={column} scope="col">{t(column)}</th>)}</tr></thead>
        <tbody>
          {changing.map(({ scenario, enters, leaves, unscored }) => (
            <tr key={words(scenario)}>
              <th scope="row" className="text-start font-normal">{words(scenario)}</th>
              <td><ApplicationLinks ids={enters} named={named} none={t('nobody')} /></td>
              <td><ApplicationLinks ids={leaves} named={named} none={t('nobody')} />{unscored.length > 0 && <span className="block text-small text-soft">{t('unscored')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {steady.length > 0 && <p className="mt-3 max-w-measure text-small text-soft">{t('same', { count: steady.length, cases: new Intl.ListFormat(locale).format(steady.map(({ scenario }) => words(scenario))) })}</p>}
    </Section>
  )
}
