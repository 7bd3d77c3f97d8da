import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { MeetingActions } from '#components/deliberation/meeting-room.tsx'
import { ScorePicker } from '#components/deliberation/score-picker.tsx'
import { ScoreTable } from '#components/deliberation/score-table.tsx'
import type { ShownItem, ShownMeeting } from '#components/deliberation/shown-meeting.ts'
import { AreaField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { deliberationLimits, nextStep } from '#lib/domain/deliberation.ts'
import { formatList } from '#lib/i18n/format.ts'

type Props = { meeting: ShownMeeting; item: ShownItem; actions: MeetingActions; turn: ReactNode; here: 'manage' | 'scoring' }

/** What is under discussion: the solution, one's own score in its step, everybody's once revealed, and the next step for those who lead. */
export function CurrentItem({ meeting, item, actions, turn, here }: Props) {
  const t = useTranslations('deliberation')
  const locale = useLocale()
  const { leads, sits, kind, own, given, quorum, jurors, head, agenda } = meeting
  const recused = jurors.filter(({ mustLeave }) => mustLeave).map(({ name }) => name)
  const next = nextStep(item.step)
  const voters = jurors.length - recused.length
  const file = here === 'manage' ? `/manage/applications/${item.applicationId}` : `/scoring/rounds/${head.id}/applications/${item.applicationId}`
  return (
    <section aria-labelledby="current" className="space-y-5 border-t-4 border-line pt-4">
      <p className="text-soft">{t('position', { position: item.position + 1, of: agenda.length, number: item.number })}</p>
      <Heading as={2} size={2} id="current">{item.solution}</Heading>
      {item.organisation && <p className="text-soft">{item.organisation}</p>}
      {item.pitch && <p className="max-w-measure text-lead">{item.pitch}</p>}
      <p><Link href={file} target="_blank" rel="noopener">{t('openFile')}</Link></p>
      {recused.length > 0 && <p className="font-semibold text-rupture-ink">{t('leaving', { count: recused.length, names: formatList(recused, locale) })}</p>}
      <ol className="flex flex-wrap gap-x-5 gap-y-1 border-y border-rule py-2">
        {(['private', 'revealed', 'final', 'settled'] as const).map((step) => <li key={step} aria-current={step === item.step ? 'step' : undefined} className={step === item.step ? 'font-bold' : 'text-soft'}>{t(`steps.${step}`)}</li>)}
      </ol>
      {sits && kind && <ScorePicker meetingId={meeting.id} applicationId={item.applicationId} kind={kind} own={own} score={actions.score} />}
      {given && kind && <p className="tabular-nums">{t('givenScores', { given: given[kind], voters, quorum })}</p>}
      <ScoreTable item={item} jurors={jurors} />
      {leads && next && (
        <Form key={item.step} id="step-form" action={actions.step} submit={t(`next.${next}`)}>
          {turn}
          <HiddenField name="step" value={next} />
        </Form>
      )}
      {leads && item.step === 'settled' && <Form id="next-form" action={actions.move} submit={t('nextItem')}>{turn}</Form>}
      {leads ? (
        <Form key={`${item.applicationId} ${item.notesVersion}`} id="note-form" action={actions.note} submit={t('notes.save')} tone="secondary">
          <HiddenField name="deliberationId" value={meeting.id} />
          <HiddenField name="applicationId" value={item.applicationId} />
          <HiddenField name="notesVersion" value={String(item.notesVersion)} />
          <AreaField name="notes" label={t('notes.label')} hint={t('notes.hint', { limit: deliberationLimits.notes })} defaultValue={item.notes ?? ''} rows={5} optional />
        </Form>
      ) : item.notes && <p className="max-w-measure whitespace-pre-line border-s-2 border-rule ps-4">{item.notes}</p>}
    </section>
  )
}
