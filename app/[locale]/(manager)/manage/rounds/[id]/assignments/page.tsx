import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { AssignmentBoard } from '#components/assignment/assignment-board.tsx'
import { AssignmentForm } from '#components/assignment/assignment-form.tsx'
import { AssignmentLoads } from '#components/assignment/assignment-loads.tsx'
import { ProposalSection } from '#components/assignment/proposal-section.tsx'
import { RoundPage } from '#components/round/round-page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { showAssignments } from '#lib/server/assignment/show-assignments.ts'
import { wakeSolver } from '#lib/server/assignment/solve-assignment.ts'
import { orNotFound } from '#lib/server/page.ts'
import { apply, give, move, propose, reopen, replace, withdraw } from './actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = cache(async (roundId: string) => orNotFound(showAssignments(await signedInCaller(), { roundId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { head }] = await Promise.all([getTranslations('round.titles'), getLocale(), params.then(({ id }) => load(id))])
  return { title: t('of', { place: t('assignments'), round: inLocale(head.name, locale) }) }
}

export default async function AssignmentsPage({ params, searchParams }: Props) {
  const [t, shown, { edit, given, proposed, reopened, only }] = await Promise.all([getTranslations('assignment'), params.then(({ id }) => load(id)), searchParams])
  const { head, applications } = shown
  const edited = applications.find(({ id }) => id === edit)
  const mayGive = head.phase === 'declaring' || head.phase === 'scoring'
  // Whoever looks here may ask next: the solver gets up meanwhile.
  if (mayGive) wakeSolver()
  const saved = typeof given === 'string' && /^\d{1,6}$/.test(given) ? t('given', { count: Number(given) }) : proposed ? t('proposed') : reopened ? t('reopened') : null
  return (
    <RoundPage head={head} here="assignments" lead={t('lead')} saved={saved} wide>
      {mayGive && <ProposalSection shown={shown} propose={propose} apply={apply} />}
      {mayGive && edited && <AssignmentForm shown={shown} application={edited} give={give} withdraw={withdraw} replace={replace} reopen={reopen} />}
      <AssignmentBoard shown={shown} only={typeof only === 'string' ? only : ''} mayGive={mayGive} move={move} />
      <AssignmentLoads shown={shown} />
    </RoundPage>
  )
}
