import { useTranslations } from 'next-intl'
import { SessionTurn, type SessionDeeds } from '#components/mentoring-session/session-turn.tsx'
import { SessionNotes } from '#components/mentoring-session/session-notes.tsx'
import type { ShownSession } from '#components/mentoring-session/shown-session.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Tag, type TagTone } from '#components/ui/tag.tsx'
import { Instant } from '#components/ui/time.tsx'
import { type SessionState, stateOfSession } from '#lib/domain/mentoring-session.ts'

const tones: Readonly<Record<SessionState, TagTone>> = { proposed: 'uncertain', agreed: 'bridge', held: 'plain', cancelled: 'rupture' }
type Props = { sessions: readonly ShownSession[]; now: Date; takesPart: boolean; deeds: SessionDeeds }

/** Sessions with their times, what to do about them, and their notes. */
export function SessionList({ sessions, now, takesPart, deeds }: Props) {
  const t = useTranslations('session')
  if (sessions.length === 0) return <EmptyState title={t('none')}><p>{takesPart ? t('noneText') : t('noneTextOther')}</p></EmptyState>
  return (
    <ol className="border-t border-rule">
      {sessions.map((session) => {
        const { id, subject, mentorName, minutes, place, startsAt, cancelledAt, cancelReason } = session
        const state = stateOfSession(session, now)
        return (
          <li key={id} id={`session-${id}`} className="space-y-2 border-b border-rule py-5">
            <Heading as={2} size={3} className="[overflow-wrap:anywhere]">{subject}</Heading>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small"><Tag tone={tones[state]}>{t(`states.${state}`)}</Tag><span>{t('with', { mentor: mentorName })} · {t('minutesLong', { minutes })}</span></p>
            {startsAt && <p className={`font-semibold ${cancelledAt ? 'line-through' : ''}`}><Instant at={startsAt} now={now} /></p>}
            {place && <p className="[overflow-wrap:anywhere]">{place}</p>}
            {cancelReason && <p className="max-w-measure whitespace-pre-line">{t('cancelledFor', { reason: cancelReason })}</p>}
            {startsAt && state !== 'held' && <p><Link href={`/api/v1/mentoring-sessions/${id}/invitation.ics`} download className="inline-block py-2">{t('invitation')}</Link></p>}
            {takesPart && (state === 'proposed' || state === 'agreed') && <SessionTurn session={session} now={now} deeds={deeds} />}
            <SessionNotes session={session} takesPart={takesPart} deeds={deeds} />
          </li>
        )
      })}
    </ol>
  )
}
