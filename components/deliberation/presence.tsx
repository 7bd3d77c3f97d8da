import { useTranslations } from 'next-intl'
import type { MeetingActions } from '#components/deliberation/meeting-room.tsx'
import type { ShownMeeting } from '#components/deliberation/shown-meeting.ts'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** Who sits in the jury, who is in the room, who must leave it now. Everybody says so of themselves; who leads, of all. */
export function Presence({ meeting: { id, jurors, leads, state }, actions }: { meeting: ShownMeeting; actions: MeetingActions }) {
  const t = useTranslations('deliberation.presence')
  return (
    <Section id="presence" title={state === 'ended' ? t('members', { count: jurors.length }) : t('title', { present: jurors.filter(({ isPresent }) => isPresent).length, of: jurors.length })}>
      <ul className="space-y-2">
        {jurors.map(({ personId, name, chair, isMe, isPresent, mustLeave }) => (
          <li key={personId} className="flex flex-wrap items-center justify-between gap-x-3 border-b border-rule pb-2">
            <span className={isPresent ? 'font-semibold' : state === 'ended' ? '' : 'text-soft'}>
              {name}{chair && <span className="font-normal text-soft"> ({t('chair')})</span>} {mustLeave && <Tag tone="rupture">{t('leaves')}</Tag>}
              {state !== 'ended' && <span className="sr-only">{t(isPresent ? 'isHere' : 'isAway')}</span>}
            </span>
            {state !== 'ended' && (isMe || leads) && (
              <Form id={`presence-${personId}`} action={isPresent ? actions.leave : actions.arrive} submit={t(isPresent ? (isMe ? 'leaveMe' : 'leave') : isMe ? 'arriveMe' : 'arrive')} submitLabel={isMe ? undefined : t(isPresent ? 'leaveNamed' : 'arriveNamed', { name })} tone="quiet" className="">
                <HiddenField name="deliberationId" value={id} />
                <HiddenField name="personId" value={personId} />
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
