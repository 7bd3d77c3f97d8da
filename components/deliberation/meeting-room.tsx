import { useTranslations } from 'next-intl'
import { Agenda } from '#components/deliberation/agenda.tsx'
import { CurrentItem } from '#components/deliberation/current-item.tsx'
import { JuryPlaces } from '#components/deliberation/jury-places.tsx'
import { Live } from '#components/deliberation/live.tsx'
import { Presence } from '#components/deliberation/presence.tsx'
import type { ShownMeeting } from '#components/deliberation/shown-meeting.ts'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField, TickField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Instant } from '#components/ui/time.tsx'

type Action = ActionFormProps['action']
export type MeetingActions = Record<'start' | 'move' | 'step' | 'score' | 'note' | 'arrive' | 'leave' | 'end', Action>

/** The meeting, on every screen: what is discussed, who is there, what comes next. Those who lead move it on. */
export function MeetingRoom({ meeting, actions, here }: { meeting: ShownMeeting; actions: MeetingActions; here: 'manage' | 'scoring' }) {
  const t = useTranslations('deliberation')
  const { id, head, state, leads, mustLeave, startedAt, endedAt, agenda, version } = meeting
  const current = agenda.find(({ applicationId }) => applicationId === meeting.current) ?? null
  const turn = <><HiddenField name="deliberationId" value={id} /><HiddenField name="version" value={String(version)} /></>
  return (
    <>
      {state !== 'ended' && <Live address={`/api/v1/deliberations/${id}/stream`} lost={t('lost')} />}
      {state === 'planned' && (
        <Notice title={t('planned.title')}>
          <p>{t('planned.text', { count: agenda.length })}</p>
          {leads && <div className="mt-3"><Form id="start-form" action={actions.start} submit={t('start')}>{turn}</Form></div>}
        </Notice>
      )}
      {state === 'ended' && (
        <Notice tone="done" title={t('ended.title')}>
          <p>{t.rich('ended.text', { from: () => startedAt && <Instant at={startedAt} />, to: () => endedAt && <Instant at={endedAt} /> })}</p>
          {meeting.manages && <div className="mt-3"><ButtonLink href={`/api/v1/deliberations/${id}/minutes.pdf?locale=${t('locale')}`} download>{t('minutes')}</ButtonLink></div>}
        </Notice>
      )}
      {mustLeave && <Notice tone="stop" role="alert" title={t('mustLeave.title')}><p>{t('mustLeave.text')}</p></Notice>}
      <div className="mt-8 grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-10 *:mt-0!">
          {current && <CurrentItem meeting={meeting} item={current} actions={actions} turn={turn} here={here} />}
          {state === 'planned' && <Agenda meeting={meeting} move={actions.move} turn={turn} />}
          <JuryPlaces meeting={meeting} />
          {leads && state === 'running' && (
            <Section id="end" title={t('end.title')}>
              <Form id="end-form" action={actions.end} submit={t('end.do')} tone="secondary">{turn}<TickField name="confirmed" label={t('end.confirm')} /></Form>
            </Section>
          )}
        </div>
        <div className="flex flex-col gap-10 *:mt-0!">
          <Presence meeting={meeting} actions={actions} />
          {state !== 'planned' && <Agenda meeting={meeting} move={actions.move} turn={turn} />}
          {meeting.manages && state !== 'ended' && <ButtonLink href={`/manage/rounds/${head.id}/jury/projector`}>{t('projector')}</ButtonLink>}
        </div>
      </div>
    </>
  )
}
