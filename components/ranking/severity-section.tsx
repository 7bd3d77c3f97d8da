import { useLocale, useTranslations } from 'next-intl'
import { ApplicationLinks } from '#components/ranking/application-links.tsx'
import type { NamedApplication, RankedRound } from '#components/ranking/ranked-round.ts'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { formatNumber } from '#lib/i18n/format.ts'

/** How severe each scorer is, shown and never applied; and whether it would change the shortlist. */
export function SeveritySection({ ranked: { names: { scorers, organisations }, result: { estimates } }, named }: { ranked: RankedRound; named: ReadonlyMap<string, NamedApplication> }) {
  const t = useTranslations('ranking.severity')
  const cases = useTranslations('ranking.sensitivity')
  const locale = useLocale()
  if (!estimates.shown) return null
  const two = (value: number) => formatNumber(value, locale)
  const { enters, leaves } = estimates.withoutSeverity
  const changes = enters.length + leaves.length > 0
  return (
    <Section id="severity" title={t('title')}>
      <p className="mb-4 max-w-measure text-soft">{t('lead')}</p>
      <p className="mb-4 max-w-measure">{changes ? t('changed') : t('same')}</p>
      {changes && <DefinitionList items={[{ name: cases('enters'), value: <ApplicationLinks ids={enters} named={named} none={cases('nobody')} /> }, { name: cases('leaves'), value: <ApplicationLinks ids={leaves} named={named} none={cases('nobody')} /> }]} />}
      <Disclosure summary={t('all', { count: estimates.severities.length })}>
        <Table id="severity-table" caption={t('caption')} captionHidden>
          <thead><tr>{(['scorer', 'house', 'evaluations', 'severity', 'words'] as const).map((column) => <th key={column} scope="col">{t(column)}</th>)}</tr></thead>
          <tbody>
            {estimates.severities.toSorted((a, b) => b.severity - a.severity).map(({ scorerId, evaluations, severity, low, high, leaning }) => {
              const scorer = scorers.find(({ id }) => id === scorerId)
              return (
                <tr key={scorerId}>
                  <th scope="row" className="text-start font-normal">{scorer?.name}</th>
                  <td>{organisations.find(({ id }) => id === scorer?.organisationId)?.name}</td>
                  <td className="number">{evaluations}</td>
                  <td className="whitespace-nowrap tabular-nums">{t('interval', { value: two(severity), low: two(low), high: two(high) })}</td>
                  <td>{t(leaning)}</td>
                </tr>
              )
            })}
          </tbody>
        </Table>
      </Disclosure>
    </Section>
  )
}
