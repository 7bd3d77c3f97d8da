import { useLocale, useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Tag, type TagTone } from '#components/ui/tag.tsx'
import { isPast } from '#lib/domain/calendar.ts'
import type { EvaluationState } from '#lib/domain/evaluation.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { RoundKind, RoundPhase } from '#lib/domain/round.ts'
import { isLeft, roundedMinutes } from '#lib/domain/scoring-queue.ts'
import { formatParisDay } from '#lib/i18n/format.ts'

type Listed = { id: string; number: string; solution: string | null; organisationName: string | null; state: EvaluationState; minutes: number }
export type QueuedRound = {
  id: string; kind: RoundKind; name: Localized; phase: RoundPhase; declareBy: Date | null; dueAt: Date | null; declared: boolean; given: number
  call: { title: Localized; demonstration: boolean }
  assignments: readonly Listed[]
}

/** One round of a scorer's: what is left, how long it takes, by when, and the one thing to do next. */
export function RoundQueue({ round, aside, now }: { round: QueuedRound; aside: readonly string[]; now: Date }) {
  const t = useTranslations('evaluation.queue')
  const locale = useLocale()
  const { id, kind, name, call, phase, dueAt, declared, assignments } = round
  const left = assignments.filter(({ state }) => isLeft(state))
  const next = left.find((each) => !aside.includes(each.id)) ?? left[0]
  const isScoring = phase === 'scoring' && declared
  return (
    <section aria-labelledby={`round-${id} round-call-${id}`} className="mt-10">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Heading as={2} id={`round-${id}`}>{inLocale(name, locale)}</Heading>
        <Tag tone={phase === 'scoring' ? 'line' : 'plain'}>{t(`phase.${phase}`)}</Tag>
        {call.demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}
      </div>
      <p id={`round-call-${id}`} className="text-soft">{inLocale(call.title, locale)}</p>
      {phase !== 'closed' && !declared && <DeclareFirst round={round} />}
      {phase === 'declaring' && declared && <p className="mt-3">{t('declared')} {t('given', { count: round.given })}</p>}
      {isScoring && kind === 'committee' && assignments.length === 0 && <p className="mt-3">{t('given', { count: round.given })}</p>}
      {phase === 'closed' && <p className="mt-3 text-soft">{t('closed')}</p>}
      {isScoring && assignments.length > 0 && (
        <>
          <p className="mt-4 font-serif text-h3 font-medium">{t('left', { count: left.length, minutes: left.length > 0 ? spent(left, t) : 'none', due: dueAt !== null && left.length > 0 ? formatParisDay(dueAt, locale) : 'none' })}</p>
          {dueAt !== null && isPast(dueAt, now) && left.length > 0 && <p className="mt-1 text-uncertain-ink">{t('late')}</p>}
          <Progress assignments={assignments} />
        </>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        {isScoring && next && <ButtonLink tone="primary" href={`/scoring/evaluations/${next.id}`}>{next.state === 'not-started' ? t('next') : t('resumeNext')}</ButtonLink>}
        {kind === 'jury' && phase === 'scoring' && declared && <ButtonLink href={`/scoring/rounds/${id}/jury`}>{t('jury')}</ButtonLink>}
        {phase !== 'closed' && declared && assignments.length > 0 && <ButtonLink href={`/api/v1/rounds/${id}/assignments.pdf?locale=${locale}`} download>{t('pack')}</ButtonLink>}
        {declared && <Link href={`/scoring/rounds/${id}/conflicts`} className="inline-flex min-h-11 items-center">{t('links')}</Link>}
      </div>
      {assignments.length > 0 && (phase === 'closed'
        ? <details className="mt-2"><summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4">{t('done', { count: assignments.length })}</summary><AssignmentList round={round} aside={aside} /></details>
        : <AssignmentList round={round} aside={aside} />)}
    </section>
  )
}

type Translate = ReturnType<typeof useTranslations<'evaluation.queue'>>

/** "2 h 10", to ten minutes. */
function spent(left: readonly Listed[], t: Translate): string {
  const all = Math.max(10, roundedMinutes(left.map(({ minutes }) => minutes)))
  const [hours, minutes] = [Math.floor(all / 60), all % 60]
  if (hours === 0) return t('minutes', { minutes })
  return minutes === 0 ? t('wholeHours', { hours }) : t('hours', { hours, minutes: String(minutes).padStart(2, '0') })
}

function DeclareFirst({ round: { id, declareBy } }: { round: QueuedRound }) {
  const t = useTranslations('evaluation.queue')
  const locale = useLocale()
  return (
    <div className="mt-4 space-y-3">
      <Notice tone="uncertain" title={t('declare')}><p>{t('declareText')}</p>{declareBy && <p>{t('declareBy', { day: formatParisDay(declareBy, locale) })}</p>}</Notice>
      <ButtonLink tone="primary" href={`/scoring/rounds/${id}/conflicts`}>{t('declare')}</ButtonLink>
    </div>
  )
}

function Progress({ assignments }: { assignments: readonly Listed[] }) {
  const t = useTranslations('evaluation.queue')
  const abstained = assignments.filter(({ state }) => state === 'abstained').length
  const [done, of] = [assignments.filter(({ state }) => state === 'submitted').length, assignments.length - abstained]
  return (
    <div className="mt-3 max-w-measure">
      <progress value={done} max={Math.max(of, 1)} aria-hidden="true" className="draft-progress" />
      <p className="mt-1 text-small text-soft tabular-nums">{t('progress', { done, of })}{abstained > 0 && ` · ${t('abstained', { count: abstained })}`}</p>
    </div>
  )
}

const tones: Record<EvaluationState, TagTone> = { 'not-started': 'plain', started: 'line', submitted: 'bridge', reopened: 'uncertain', abstained: 'plain' }

function AssignmentList({ round: { id, assignments }, aside }: { round: QueuedRound; aside: readonly string[] }) {
  const t = useTranslations('evaluation')
  return (
    <ul className="mt-4 border-t border-rule" aria-label={t('queue.table.caption')}>
      {assignments.map(({ id: assignmentId, number, solution, organisationName, state, minutes }) => (
        <li key={assignmentId} data-round={id} className="grid gap-x-6 gap-y-1 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
          <div className="min-w-0">
            <Link href={`/scoring/evaluations/${assignmentId}`} className="inline-block py-1 font-semibold">{solution ?? t('page.hidden', { number })}</Link>
            <p className="text-small text-soft">{[organisationName, t('page.number', { number }), t('queue.minutes', { minutes })].filter(Boolean).join(' · ')}</p>
          </div>
          <p className="flex flex-wrap gap-2"><Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>{aside.includes(assignmentId) && isLeft(state) && <Tag>{t('queue.aside')}</Tag>}</p>
        </li>
      ))}
    </ul>
  )
}

