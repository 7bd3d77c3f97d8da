import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BulletList } from '#components/article/bullet-list.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ConfirmField, FaultLine } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { RoundTurn } from '#components/round/round-turn.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { RoundPhase } from '#lib/domain/round.ts'
import type { RoundNeed } from '#lib/domain/round-settings.ts'

type Action = ActionFormProps['action']
export type SteppedRound = {
  head: { id: string; version: number; phase: RoundPhase; call: { slug: string } }
  counts: { scorers: number; declared: number; applications: number; short: number; toSettle: number; given: number; submitted: number }
  waiting: { eligible: number; pending: number }
  takesAll: boolean
  needs: { declaring: readonly RoundNeed[]; scoring: readonly RoundNeed[] }
}

/** What comes next in a round, what it does, and what is still missing for it. */
export function RoundSteps({ round, actions }: { round: SteppedRound; actions: { ask: Action; open: Action; close: Action } }) {
  const t = useTranslations('round.steps')
  const { phase } = round.head
  return (
    <section aria-labelledby="next" className="space-y-3">
      <Heading as={2} size={3} id="next">{t(`${phase}.title`)}</Heading>
      {phase === 'preparing' && <AskStep round={round} ask={actions.ask} />}
      {phase === 'declaring' && <OpenStep round={round} open={actions.open} />}
      {phase === 'scoring' && <CloseStep round={round} close={actions.close} />}
      {phase === 'closed' && <p className="max-w-measure text-soft">{t('closed.text')}</p>}
    </section>
  )
}

function AskStep({ round: { head, counts, waiting, takesAll, needs }, ask }: { round: SteppedRound; ask: Action }) {
  const t = useTranslations('round.steps')
  const room = `/manage/rounds/${head.id}`
  return (
    <>
      <BulletList
        items={[
          { key: 'applications', text: takesAll ? t('preparing.all', { count: counts.applications + waiting.eligible }) : t.rich('preparing.shortlist', { count: counts.applications, to: (words) => <Link href={`${room}/applications`}>{words}</Link> }) },
          ...(waiting.pending > 0 ? [{ key: 'pending', text: t.rich('preparing.pending', { count: waiting.pending, to: (words) => <Link href={`/manage/calls/${head.call.slug}/applications?eligibility=pending`}>{words}</Link> }) }] : []),
          { key: 'scorers', text: t.rich('preparing.scorers', { count: counts.scorers, to: (words) => <Link href={`${room}/scorers`}>{words}</Link> }) },
          { key: 'detected', text: t('preparing.detected') },
        ]}
      />
      <Needs needs={needs.declaring} room={room} />
      {needs.declaring.length === 0 && (
        <Form id="ask" action={ask} submit={t('preparing.do')}>
          <FaultLine name="round" />
          <RoundTurn round={head} />
        </Form>
      )}
    </>
  )
}

function OpenStep({ round: { head, counts, needs }, open }: { round: SteppedRound; open: Action }) {
  const t = useTranslations('round.steps')
  const room = `/manage/rounds/${head.id}`
  const link = (to: string) => ({ to: (words: ReactNode) => <Link href={`${room}/${to}`}>{words}</Link> })
  const loose = [
    ...(counts.declared < counts.scorers ? [{ key: 'undeclared', text: t.rich('declaring.undeclared', { count: counts.scorers - counts.declared, ...link('scorers') }) }] : []),
    ...(counts.toSettle > 0 ? [{ key: 'toSettle', text: t.rich('declaring.toSettle', { count: counts.toSettle, ...link('conflicts#to-settle') }) }] : []),
    ...(counts.short > 0 ? [{ key: 'short', text: t.rich('declaring.short', { count: counts.short, ...link('assignments') }) }] : []),
  ]
  return (
    <>
      <p className="max-w-measure">{t('declaring.locks')}</p>
      {loose.length > 0 && <Notice tone="uncertain" title={t('declaring.loose')}><BulletList items={loose} /></Notice>}
      <Needs needs={needs.scoring} room={room} />
      {needs.scoring.length === 0 && (
        <Form id="open" action={open} submit={t('declaring.do')} className="space-y-2">
          <FaultLine name="round" />
          <RoundTurn round={head} />
          <ConfirmField name="confirmed" label={t('declaring.confirm', { applications: counts.applications, scorers: counts.scorers })} />
        </Form>
      )}
    </>
  )
}

function CloseStep({ round: { head, counts }, close }: { round: SteppedRound; close: Action }) {
  const t = useTranslations('round.steps.scoring')
  const missing = counts.given - counts.submitted
  return (
    <>
      <p className="max-w-measure">{t.rich('text', { submitted: counts.submitted, given: counts.given, to: (words) => <Link href={`/manage/rounds/${head.id}`}>{words}</Link> })}</p>
      {missing > 0 && <Notice tone="uncertain"><p>{t('missing', { count: missing })}</p></Notice>}
      <Form id="close" action={close} submit={t('do')} tone="secondary" className="space-y-2">
        <RoundTurn round={head} />
        <ConfirmField name="confirmed" label={t('confirm', { count: missing })} />
      </Form>
    </>
  )
}

const places = { 'no-criteria': 'settings#criteria', weights: 'settings#criteria', 'no-criterion-for': 'settings#criteria', 'no-scorers': 'scorers', 'no-applications': 'applications', 'no-due-date': 'settings#presentation', 'due-past': 'settings#presentation' } as const

function Needs({ needs, room }: { needs: readonly RoundNeed[]; room: string }) {
  const t = useTranslations('round.needs')
  if (needs.length === 0) return null
  return (
    <Notice tone="uncertain" title={t('title', { count: needs.length })}>
      <BulletList items={needs.map(({ code, count = 0 }) => ({ key: code, text: <Link href={`${room}/${places[code]}`}>{t(code, { count })}</Link> }))} />
    </Notice>
  )
}
