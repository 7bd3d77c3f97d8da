import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { ColleagueSection } from '#components/evaluation/colleague-section.tsx'
import { EvaluationHead } from '#components/evaluation/evaluation-head.tsx'
import { EvaluationNotices } from '#components/evaluation/evaluation-notices.tsx'
import { Grid } from '#components/evaluation/grid.tsx'
import { JudgedFile } from '#components/evaluation/judged-file.tsx'
import { LeaveSection } from '#components/evaluation/leave-section.tsx'
import { ReadGrid } from '#components/evaluation/read-grid.tsx'
import { Split } from '#components/evaluation/split.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { Page } from '#components/ui/page.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { scoresIn } from '#lib/domain/evaluation-marks.ts'
import { holdingCaller, signedInCaller } from '#lib/server/actor.ts'
import { nextAfter } from '#lib/server/assignment/aside.ts'
import { openEvaluation } from '#lib/server/evaluation/open-evaluation.ts'
import { madeOfAnswers } from '#lib/server/making.ts'
import { orNotFound } from '#lib/server/page.ts'
import { abstain, declare, resume, skip, write } from '../../actions.ts'

type Props = { params: Promise<{ id: string }> }

/** Opened once for the title and the page: that it was opened is written down. */
const open = cache(async (evaluationId: string) => orNotFound(openEvaluation(await holdingCaller(), { evaluationId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { opened: { application } }] = await Promise.all([getTranslations('evaluation.page'), params.then(({ id }) => open(id))])
  return { title: application ? `${String(application.fields.solution ?? application.number)} – ${t('title')}` : t('title') }
}

export default async function EvaluationPage({ params }: Props) {
  const [locale, { id, shown }, { personId, rooms }] = await Promise.all([getLocale(), params.then(async (asked) => ({ ...asked, shown: await open(asked.id) })), signedInCaller()])
  const { opened, queue } = shown
  const { application, round, criteria, content, colleagues, own } = opened
  if (application === null) redirect(`/${locale}/scoring/rounds/${round.id}/conflicts`)
  madeOfAnswers()
  const nextId = (await nextAfter(queue, id)) ?? null
  const isWritten = opened.editable === 'all'
  return (
    <Page>
      <AccountNav here="scoring" {...rooms} scores signOut={signOut} />
      <EvaluationHead evaluation={opened} application={application} queue={queue} nextId={nextId} />
      <EvaluationNotices evaluation={opened} resume={resume} />
      {colleagues && <ColleagueSection colleagues={colleagues} mine={scoresIn(content)} criteria={criteria} shown={round.shownAfterOwn} />}
      <Split
        file={<JudgedFile application={application} />}
        grid={isWritten
          ? <Grid person={personId} evaluation={opened} round={round} criteria={criteria} own={own} nextId={nextId} write={write} />
          : <ReadGrid content={content} criteria={criteria} />}
        after={isWritten && <LeaveSection evaluationId={id} applicationId={application.id} skip={skip} abstain={abstain} declare={declare} />}
      />
    </Page>
  )
}
