import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PrioritisationMethod } from '#lib/domain/prioritisation-method.ts'
import { formatNumber } from '#lib/i18n/format.ts'
import { Heading } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Prose } from '#components/ui/page.tsx'
import { type NotedSource, SourceLink } from '#components/ui/source-note.tsx'
import { Table } from '#components/ui/table.tsx'

/** The method in full: what it is for, its steps, its criteria with scales and weights, and where it comes from. */
export function MethodSteps({ method, sources }: { method: PrioritisationMethod; sources: readonly NotedSource[] }) {
  const t = useTranslations('prioritisation.method')
  const locale = useLocale()
  return (
    <div className="space-y-10">
      {method.isProposal && <Notice tone="uncertain" title={t('proposal')} />}
      <Prose>
        <p>{inLocale(method.method, locale)}</p>
        <p>{inLocale(method.basis, locale)}</p>
        <ol>
          {method.steps.map(({ order, text }) => (
            <li key={order}>{inLocale(text, locale)}</li>
          ))}
        </ol>
        <p className="text-small text-soft">{inLocale(method.stepsNote, locale)}</p>
      </Prose>
      <Table id="criteria" caption={t('criteria')}>
        <thead>
          <tr>
            <th scope="col">{t('criterion')}</th>
            <th scope="col" className="number">
              {t('weight')}
            </th>
            <th scope="col">{t('scale')}</th>
            <th scope="col">{t('data')}</th>
            <th scope="col">{t('empty')}</th>
          </tr>
        </thead>
        <tbody>
          {method.criteria.map(({ slug, name, weight, scale, data, missingRule }) => (
            <tr key={slug}>
              <th scope="row">{inLocale(name, locale)}</th>
              <td className="number">{formatNumber(weight, locale)}</td>
              <td>{inLocale(scale, locale)}</td>
              <td>{inLocale(data, locale)}</td>
              <td>{t(`missingRule.${missingRule}`)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Prose>
        <p>{inLocale(method.aggregation, locale)}</p>
        <p>{inLocale(method.uncertainty, locale)}</p>
        <p>{t('scenarios')}</p>
        <p>{inLocale(method.weightsNote, locale)}</p>
        <p>{inLocale(method.hasNote, locale)}</p>
        <p>{inLocale(method.readiness, locale)}</p>
      </Prose>
      <div>
        <Heading as={3}>{t('sources')}</Heading>
        <ul className="mt-2 max-w-measure list-disc space-y-1.5 ps-5 text-soft marker:text-soft">
          {sources.map((source) => (
            <li key={source.id}>
              <SourceLink source={source} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
