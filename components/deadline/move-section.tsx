import { useTranslations } from 'next-intl'
import { Turn } from '#components/call-editor/turn.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { Day, Instant, ShortInstant } from '#components/ui/time.tsx'
import { parisClockText } from '#lib/domain/calendar.ts'
import { deadlineLimits } from '#lib/domain/deadline.ts'

type Props = {
  call: { slug: string; version: number; closesAt: Date | null; answerOn: string | null; isClosed: boolean }
  now: Date
  changes: readonly { from: Date; to: Date; reason: string; changedAt: Date }[]
  move: ActionFormProps['action']
}

/** The deadline as it stands, how it was moved before, and a form to move it for all. */
export function MoveSection({ call, now, changes, move }: Props) {
  const t = useTranslations('deadline')
  return (
    <section aria-labelledby="move" className="space-y-4">
      <Heading as={2} size={3} id="move">{t('move')}</Heading>
      {call.closesAt && (
        <p>
          <strong className="font-semibold">{t('current')}</strong>{' '}
          <Instant at={call.closesAt} now={now} />. {call.isClosed && t('closedNote')}{' '}
          {call.answerOn && <span className="text-soft">{t.rich('answerOn', { day: () => <Day date={call.answerOn as string} /> })}</span>}
        </p>
      )}
      <p className="max-w-measure text-soft">{t('moveLead')}</p>
      <Form id="move-form" action={move} submit={t('do')}>
        <Turn call={call} place="deadline" />
        <TextField name="to" type="datetime-local" label={t('to')} hint={t('toHint')} defaultValue={call.closesAt ? parisClockText(call.closesAt) : undefined} className="tabular-nums" />
        <AreaField name="reason" label={t('reason')} hint={t('reasonHint', { limit: deadlineLimits.reason })} rows={3} />
      </Form>
      <Heading as={3} size={4} className="pt-4">{t('changes')}</Heading>
      {changes.length === 0 ? <EmptyState title={t('noChanges')} /> : (
        <Table id="changes" caption={t('changesCaption')} captionHidden>
          <thead>
            <tr>
              <th scope="col">{t('changedAt')}</th>
              <th scope="col">{t('from')}</th>
              <th scope="col">{t('toColumn')}</th>
              <th scope="col">{t('reason')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ from, to, reason, changedAt }) => (
              <tr key={changedAt.toISOString()}>
                <td><ShortInstant at={changedAt} /></td>
                <td><ShortInstant at={from} /></td>
                <td><ShortInstant at={to} /></td>
                <td className="whitespace-pre-line">{reason}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}
