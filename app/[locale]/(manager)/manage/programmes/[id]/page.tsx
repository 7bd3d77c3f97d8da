import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { CommitmentItem } from '#components/commitment/commitment-item.tsx'
import { ManagedMentors } from '#components/mentor/managed-mentors.tsx'
import { ManagedCheckIns } from '#components/programme/managed-check-ins.tsx'
import { ManagedMetrics } from '#components/programme/managed-metrics.tsx'
import { ManagedPlan } from '#components/programme/managed-plan.tsx'
import { ManagedProgrammePage } from '#components/programme/managed-programme-page.tsx'
import { StopSection } from '#components/programme/stop-section.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { showManagedProgramme } from '#lib/server/programme/show-managed-programme.ts'
import { add, end, stop } from './actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = cache(async (programmeId: string) => orNotFound(showManagedProgramme(await signedInCaller(), { programmeId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).programme.solution }
}

export default async function ManagedProgramme({ params, searchParams }: Props) {
  const [t, { id }, { saved }] = await Promise.all([getTranslations('programme.managed'), params, searchParams])
  const { today, programme, milestones, checkIns, mentors, metrics, commitments, candidates } = await load(id)
  const isRunning = programme.stoppedAt === null
  return (
    <ManagedProgrammePage programme={programme} saved={saved && t('saved')}>
      <ManagedPlan programmeId={id} milestones={milestones} today={today} />
      <ManagedCheckIns programmeId={id} checkIns={checkIns} startsOn={programme.startsOn} months={programme.months} today={today} />
      <ManagedMetrics programmeId={id} metrics={metrics} />
      <ManagedMentors programmeId={id} isRunning={isRunning} mentors={mentors} candidates={candidates} add={add} end={end} />
      <Section id="commitments" title={t('commitments')}>
        {commitments.length === 0 ? <p className="text-soft">{t('noCommitment')}</p> : <ul>{commitments.map((each) => <CommitmentItem key={each.id} commitment={each} today={today} />)}</ul>}
        <p className="mt-3"><Link href={`/manage/calls/${programme.call.slug}/commitments`}>{t('allCommitments')}</Link></p>
      </Section>
      {isRunning && <StopSection programmeId={id} stop={stop} />}
    </ManagedProgrammePage>
  )
}
