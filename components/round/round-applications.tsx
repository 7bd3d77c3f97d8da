import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { FaultLine, HiddenField, TickField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import type { RoundPhase } from '#lib/domain/round.ts'

type Action = ActionFormProps['action']
type Listed = { id: string; number: string; solution: string; organisation: string; addedAt: Date | null }
type Props = { round: { id: string; phase: RoundPhase }; applications: readonly Listed[]; actions: { add: Action; remove: Action } }

/** What is judged in a round, and what is eligible and is not: ticked on either side, it goes to the other while it still may. */
export function RoundApplications({ round, applications, actions }: Props) {
  const t = useTranslations('round.applications')
  const inside = applications.filter(({ addedAt }) => addedAt !== null)
  const outside = applications.filter(({ addedAt }) => addedAt === null)
  const asks = round.phase === 'declaring' || round.phase === 'scoring'
  const parts = [
    { key: 'out', listed: outside, title: t('out', { count: outside.length }), action: round.phase === 'closed' ? null : actions.add, do: t('add'), note: asks ? t('askedAgain') : null },
    { key: 'in', listed: inside, title: t('in', { count: inside.length }), action: round.phase === 'preparing' || round.phase === 'declaring' ? actions.remove : null, do: t('remove'), note: null },
  ]
  if (applications.length === 0) return <EmptyState title={t('none')}><p>{t('noneHint')}</p></EmptyState>
  return parts.filter(({ key, listed }) => key === 'in' || listed.length > 0).map(({ key, listed, title, action, do: submit, note }) => (
    <section key={key} aria-labelledby={key} className="space-y-3">
      <Heading as={2} size={3} id={key}>{title}</Heading>
      {note && <p className="max-w-measure text-soft">{note}</p>}
      {listed.length > 0 && (action === null ? <ListedTable id={`${key}-table`} caption={title} listed={listed} /> : (
        <Form id={`${key}-form`} action={action} submit={submit} tone={key === 'out' ? 'primary' : 'secondary'} className="space-y-3">
          <FaultLine name="applicationIds" />
          <HiddenField name="roundId" value={round.id} />
          <ListedTable id={`${key}-table`} caption={title} listed={listed} chosen />
        </Form>
      ))}
    </section>
  ))
}

function ListedTable({ id, caption, listed, chosen = false }: { id: string; caption: string; listed: readonly Listed[]; chosen?: boolean }) {
  const t = useTranslations('round.applications')
  return (
    <Table id={id} caption={caption} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('number')}</th>
          <th scope="col">{t('solution')}</th>
          <th scope="col">{t('organisation')}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((each) => (
          <tr key={each.id}>
            <th scope="row" className="whitespace-nowrap">{chosen ? <TickField name={`chosen.${each.id}`} label={each.number} /> : each.number}</th>
            <td><Link href={`/manage/applications/${each.id}`}>{each.solution}</Link></td>
            <td>{each.organisation}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
