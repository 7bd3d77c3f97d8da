import { useTranslations } from 'next-intl'
import { DecisionFields } from '#components/decision/decision-fields.tsx'
import { OutcomeTag } from '#components/decision/outcome-tag.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { FaultLine, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { ChosenBox } from '#components/screening/chosen-box.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { ShortInstant } from '#components/ui/time.tsx'
import type { Eligibility } from '#lib/domain/application.ts'
import type { Outcome } from '#lib/domain/decision.ts'

export type DecisionRow = {
  id: string; number: string; solution: string | null; organisationName: string; eligibility: Eligibility
  outcome: Outcome | null; reserveRank: number | null; motive: string | null; juryText: string | null; version: number | null; readAt: Date | null
}
type Props = { slug: string; rows: readonly DecisionRow[]; isReleased: boolean; decide: ActionFormProps['action'] }

/** Which row, and the version of its decision in view. */
export const chosenValue = ({ id, version }: Pick<DecisionRow, 'id' | 'version'>) => `${id} ${version ?? ''}`

/** The applications of a call with what was decided of each; several are decided alike at once. */
export function DecisionTable({ slug, rows, isReleased, decide }: Props) {
  const t = useTranslations('decision')
  if (rows.length === 0) return <EmptyState title={t('none')} />
  const table = (
    <Table id="decisions" caption={t('caption')} captionHidden stacked>
      <thead>
        <tr>
          {!isReleased && <th scope="col"><span className="sr-only">{t('choose')}</span></th>}
          <th scope="col">{t('number')}</th>
          <th scope="col">{t('solution')}</th>
          <th scope="col">{t('organisation')}</th>
          <th scope="col">{t('outcome')}</th>
          <th scope="col">{isReleased ? t('read') : t('motive')}</th>
        </tr>
      </thead>
      <tbody>{rows.map((row) => <Row key={row.id} slug={slug} row={row} isReleased={isReleased} />)}</tbody>
    </Table>
  )
  if (isReleased) return table
  return (
    <Form id="decide-many" action={decide} submit={t('decideChosen')} tone="secondary">
      <HiddenField name="slug" value={slug} />
      <FaultLine name="chosen" />
      {table}
      <Disclosure summary={t('decideMany')}>
        <div className="space-y-5 pb-3">
          <p className="max-w-measure text-soft">{t('decideManyLead')}</p>
          <DecisionFields />
        </div>
      </Disclosure>
    </Form>
  )
}

function Row({ slug, row, isReleased }: { slug: string; row: DecisionRow; isReleased: boolean }) {
  const t = useTranslations('decision')
  const { id, number, solution, organisationName, eligibility, outcome, reserveRank, motive, readAt } = row
  return (
    <tr>
      {!isReleased && <td><ChosenBox value={chosenValue(row)} label={t('chooseNamed', { number })} /></td>}
      <td className="whitespace-nowrap tabular-nums">{number}</td>
      <td>{isReleased ? solution : <Link href={`/manage/calls/${slug}/decisions?edit=${id}#one`}>{solution}</Link>}</td>
      <td>{organisationName}</td>
      <td>
        <OutcomeTag outcome={outcome} reserveRank={reserveRank} />
        {outcome === null && eligibility === 'ineligible' && <span className="block text-small text-soft">{t('ineligible')}</span>}
      </td>
      <td data-label={isReleased ? t('read') : t('motive')} className="max-w-[32ch] text-small">{isReleased ? (readAt ? <ShortInstant at={readAt} /> : t('unread')) : <span className="line-clamp-2">{motive}</span>}</td>
    </tr>
  )
}
