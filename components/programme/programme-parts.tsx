import { useTranslations } from 'next-intl'
import { ConsultationList } from '#components/application/consultation-list.tsx'
import { CheckInTable } from '#components/check-in/check-in-table.tsx'
import { MilestoneLines } from '#components/milestone/milestone-lines.tsx'
import { CommitmentTable } from '#components/programme/commitment-table.tsx'
import { DocumentList } from '#components/programme/document-list.tsx'
import { MetricTable } from '#components/programme/metric-table.tsx'
import { ProgrammeHead } from '#components/programme/programme-head.tsx'
import { ProgrammeNext } from '#components/programme/programme-next.tsx'
import type { ShownProgramme } from '#components/programme/shown-programme.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Instant } from '#components/ui/time.tsx'
import { stateOfSession } from '#lib/domain/mentoring-session.ts'

/** All of a laureate's programme on one page, for its people and those who follow it. */
export function ProgrammeParts({ shown }: { shown: ShownProgramme }) {
  const t = useTranslations('programme.page')
  const { programme: { id }, side, now, today, milestones, checkIns, mentors, sessions, commitments, metrics, documents, consultations } = shown
  const base = `/programmes/${id}`
  const agreed = sessions.filter((session) => stateOfSession(session, now) === 'agreed').sort((a, b) => Number(a.startsAt) - Number(b.startsAt))[0]
  const more = (href: string, words: string) => <p className="mt-4"><Link href={href} className="inline-block py-2">{words}</Link></p>
  return (
    <>
      <ProgrammeHead shown={shown} />
      <ProgrammeNext shown={shown} />
      <Section id="check-ins" title={t('checkIns')}><CheckInTable programmeId={id} checkIns={checkIns} today={today} isOwn={side === 'laureate'} /></Section>
      <Section id="milestones" title={t('milestones')}><MilestoneLines milestones={milestones} programmeId={id} today={today} />{more(`${base}/milestones`, t('allMilestones'))}</Section>
      <Section id="mentors" title={t('mentors')}>
        {mentors.length === 0 && <EmptyState title={t('noMentor')}><p>{t('noMentorText')}</p></EmptyState>}
        <ul>{mentors.map((each) => <li key={each.id} className="py-1"><span className="font-semibold">{each.name ?? each.email}</span>, {each.organisationName}{each.acceptedAt === null && <span className="text-soft"> ({t('mentorWaiting')})</span>}</li>)}</ul>
        <p className="mt-3">{agreed?.startsAt ? t.rich('nextSession', { at: () => <Instant at={agreed.startsAt as Date} now={now} /> }) : <span className="text-soft">{t('noSession')}</span>}</p>
        {more(`${base}/sessions`, t('allSessions'))}
      </Section>
      <Section id="metrics" title={t('metrics')}><MetricTable programmeId={id} metrics={metrics} /></Section>
      <Section id="commitments" title={t('commitments')}><CommitmentTable commitments={commitments} /></Section>
      <Section id="documents" title={t('documents')}>
        {documents.length === 0 ? <EmptyState title={t('noDocument')}><p>{t('noDocumentText')}</p></EmptyState> : <DocumentList documents={documents} />}
        {side === 'laureate' && more(`${base}/documents`, t('allDocuments'))}
      </Section>
      {side === 'laureate' && <Section id="opened" title={t('opened')}><p className="mb-4 text-soft">{t('openedText')}</p><ConsultationList consultations={consultations} now={now} /></Section>}
    </>
  )
}
