import { useLocale, useTranslations } from 'next-intl'
import type { ShownProgramme } from '#components/programme/shown-programme.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Table } from '#components/ui/table.tsx'
import { Day } from '#components/ui/time.tsx'
import { formatNumber } from '#lib/i18n/format.ts'

/** What partners promised to this laureate, and how much of it was given. */
export function CommitmentTable({ commitments }: { commitments: ShownProgramme['commitments'] }) {
  const t = useTranslations('programme.page')
  const of = useTranslations('commitment')
  const locale = useLocale()
  if (commitments.length === 0) return <EmptyState title={t('noCommitment')}><p>{t('noCommitmentText')}</p></EmptyState>
  return (
    <Table id="commitment-table" caption={t('commitments')} captionHidden>
      <thead><tr><th scope="col">{t('promise')}</th><th scope="col">{t('promisedBy')}</th><th scope="col">{t('given')}</th><th scope="col">{t('dueOn')}</th><th scope="col">{t('state')}</th></tr></thead>
      <tbody>
        {commitments.map(({ id, kind, title, organisationName, amount, given, unit, dueOn, state }) => (
          <tr key={id}>
            <th scope="row">{title}<span className="block text-small font-normal text-soft">{of(`kinds.${kind}`)}</span></th>
            <td>{organisationName}</td>
            <td className="tabular-nums">{t('givenOf', { given: formatNumber(given, locale), amount: formatNumber(amount, locale), unit })}</td>
            <td>{dueOn && <Day date={dueOn} />}</td>
            <td>{of(`states.${state}`)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
