import { useTranslations } from 'next-intl'
import { ConsultationList } from '#components/application/consultation-list.tsx'
import { CheckInLines } from '#components/check-in/check-in-lines.tsx'
import { CommitmentItem } from '#components/commitment/commitment-item.tsx'
import { MilestoneLines } from '#components/milestone/milestone-lines.tsx'
import { DocumentList } from '#components/programme/document-list.tsx'
import { ProgrammeHead } from '#components/programme/programme-head.tsx'
import { ProgrammeNext } from '#components/programme/programme-next.tsx'
import type { ShownMetric, ShownProgramme } from '#components/programme/shown-programme.ts'
import { MetricList } from '#components/programme-metric/metric-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Instant } from '#components/ui/time.tsx'
import { stateOfSession } from '#lib/domain/mentoring-session.ts'
import { definitionGaps } from '#lib/domain/metric-definition.ts'

/** All of a laureate's programme on one page, for its people and those who follow it. */
export function ProgrammeParts({ shown }: { shown: ShownProgramme }) {
  const t = useTranslations('programme.page')
  const { programme, side, now, today, milestones, checkIns, mentors, sessions, commitments, metrics, documents, consultations } = shown
  const { id } = programme
  const base = `/programmes/${id}`
  const agreed = sessions.filter((session) => stateOfSession(session, now) === 'agreed').sort((a, b) => Number(a.startsAt) - Number(b.startsAt))[0]
  const more = (href: string, words: string) => <p className="mt-4"><Link href={href} className="inline-block py-2">{words}</Link></p>
  return (
    <>
      <ProgrammeHead shown={shown} />
      <ProgrammeNext shown={shown} />
      <Section id="check-ins" title={t('checkIns')}><CheckInLines programmeId={id} checkIns={checkIns} today={today} isOwn={side === 'laureate'} /></Section>
      <Section id="milestones" title={t('milestones')}><MilestoneLines milestones={milestones} programmeId={id} today={today} />{more(`${base}/milestones`, t('allMilestones'))}</Section>
      <Section id="mentors" title={t('mentors')}>
        {mentors.length === 0 && <EmptyState title={t('noMentor')}><p>{t('noMentorText')}</p></EmptyState>}
        <ul>{mentors.map((each) => <li key={each.id} className="py-1"><span className="font-semibold">{each.name ?? each.email}</span>, {each.organisationName}{each.acceptedAt === null && <span className="text-soft"> ({t('mentorWaiting')})</span>}</li>)}</ul>
        <p className="mt-3">{agreed?.startsAt ? t.rich('nextSession', { at: () => <Instant at={agreed.startsAt as Date} now={now} /> }) : <span className="text-soft">{t('noSession')}</span>}</p>
        {more(`${base}/sessions`, t('allSessions'))}
      </Section>
      <Section id="metrics" title={t('metrics')}>{metrics.length === 0 ? <EmptyState title={t('noMetric')}><p>{t('noMetricText')}</p></EmptyState> : <MetricList programme={programme} metrics={metrics.map(listed)} rank={3} />}{more(`${base}/metrics`, t('allMetrics'))}</Section>
      <Section id="commitments" title={t('commitments')}>{commitments.length === 0 ? <EmptyState title={t('noCommitment')}><p>{t('noCommitmentText')}</p></EmptyState> : <ul className="border-b border-rule">{commitments.map((each) => <CommitmentItem key={each.id} commitment={each} today={today} />)}</ul>}</Section>
      <Section id="documents" title={t('documents')}>
        {documents.length === 0 ? <EmptyState title={t('noDocument')}><p>{t('noDocumentText')}</p></EmptyState> : <DocumentList documents={documents} />}
        {side === 'laureate' && more(`${base}/documents`, t('allDocuments'))}
      </Section>
      {side === 'laureate' && <Section id="opened" title={t('opened')}><p className="mb-4 text-soft">{t('openedText')}</p><ConsultationList consultations={consultations} now={now} /></Section>}
    </>
  )
}

/** A metric as lists of them show it. */
function listed(metric: ShownMetric) {
  return { ...metric, locked: metric.lockedAt !== null, agreed: { laureate: metric.laureateAgreedAt !== null, manager: metric.managerAgreedAt !== null }, gaps: definitionGaps(metric).length }
}
