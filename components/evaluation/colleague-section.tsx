import { useLocale, useTranslations } from 'next-intl'
import type { ShownCriterion } from '#components/evaluation/grid.tsx'
import { Heading, Section } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { spreadOf } from '#lib/domain/colleague.ts'
import type { Mark, Scores } from '#lib/domain/evaluation.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { OrganisationKind } from '#lib/domain/organisation.ts'
import type { ShownAfterOwn } from '#lib/domain/round.ts'

export type Colleague = { evaluationId: string; scorerName: string | null; partnerKind: OrganisationKind; scores: Scores; commentToJury: string | null; commentToApplicant: string | null }
type Props = { colleagues: readonly Colleague[]; mine: Scores; criteria: readonly ShownCriterion[]; shown: ShownAfterOwn }

/** Colleagues' marks beside one's own, the widest gaps first, and what they wrote. */
export function ColleagueSection({ colleagues, mine, criteria, shown }: Props) {
  const t = useTranslations('evaluation.colleagues')
  const kinds = useTranslations('organisation.kinds')
  const locale = useLocale()
  const nameOf = ({ scorerName, partnerKind }: Colleague) => (scorerName === null ? t('anonymous', { kind: kinds(partnerKind) }) : t('named', { name: scorerName, kind: kinds(partnerKind) }))
  const rows = criteria
    .map((criterion) => ({ criterion, spread: spreadOf([mine, ...colleagues.map(({ scores }) => scores)].map((scores) => scores[criterion.id])) }))
    .sort((a, b) => (b.spread?.gap ?? -1) - (a.spread?.gap ?? -1))
  const written = colleagues.filter(({ commentToJury, commentToApplicant }) => commentToJury || commentToApplicant)
  return (
    <Section id="colleagues" title={t('title')}>
      <p className="mb-4 max-w-measure text-soft">{shown === 'nothing' ? t('nothing') : colleagues.length === 0 ? t('none') : t('lead')}</p>
      {colleagues.length > 0 && (
        <Table id="marks" caption={t('caption')}>
          <thead><tr><th scope="col">{t('criterion')}</th><th scope="col">{t('spread')}</th><th scope="col">{t('you')}</th>{colleagues.map((each) => <th key={each.evaluationId} scope="col">{nameOf(each)}</th>)}</tr></thead>
          <tbody>
            {rows.map(({ criterion, spread }) => (
              <tr key={criterion.id}>
                <th scope="row" className="font-normal">{inLocale(criterion.name, locale)}</th>
                <td className={(spread?.gap ?? 0) >= 2 ? 'font-semibold text-rupture-ink' : ''}>{spread === null ? '–' : t('gap', { gap: spread.gap })}</td>
                {[mine, ...colleagues.map(({ scores }) => scores)].map((scores, index) => <td key={index} className="tabular-nums"><MarkCell mark={scores[criterion.id]} /></td>)}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {written.length > 0 && <Heading as={3} size={4} className="mt-8">{t('comments')}</Heading>}
      {written.map((each) => (
        <article key={each.evaluationId} className="keep mt-4 max-w-measure border-s-2 border-edge ps-4">
          <p className="font-semibold">{nameOf(each)}</p>
          {each.commentToJury && <p className="whitespace-pre-line [overflow-wrap:anywhere]"><span className="block text-small text-soft">{t('toJury')}</span>{each.commentToJury}</p>}
          {each.commentToApplicant && <p className="mt-2 whitespace-pre-line [overflow-wrap:anywhere]"><span className="block text-small text-soft">{t('toApplicant')}</span>{each.commentToApplicant}</p>}
        </article>
      ))}
    </Section>
  )
}

function MarkCell({ mark }: { mark: Mark | undefined }) {
  const t = useTranslations('evaluation.grid')
  return mark === undefined ? '–' : mark === null ? t('notApplicable') : mark
}
