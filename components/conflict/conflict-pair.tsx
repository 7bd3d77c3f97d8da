import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { ShortInstant } from '#components/ui/time.tsx'
import { conflictLimits, type ConflictOrigin, type ConflictReason, type ConflictState } from '#lib/domain/conflict.ts'

type Action = ActionFormProps['action']
type Listed = { id: string; origin: ConflictOrigin; reason: ConflictReason; note: string | null; madeAt: Date; liftedAt: Date | null; liftMotive: string | null }
export type ListedPair = {
  personId: string; applicationId: string; person: string | null; number: string; solution: string; organisation: string
  isOwn: boolean; state: ConflictState; links: readonly Listed[]
}

/** Somebody and an application, with every link said between them, and what a manager may do about those that stand. */
export function ConflictPair({ round, pair, actions }: { round: { id: string }; pair: ListedPair; actions: { pin: Action; lift: Action } }) {
  const t = useTranslations('conflict.managed')
  const { personId, applicationId, links, state, isOwn } = pair
  const person = pair.person ?? t('nobody')
  const found = links.find(({ liftedAt }) => liftedAt === null)
  return (
    <li className="keep space-y-2 border-b border-rule py-4">
      <p><strong className="font-semibold">{person}</strong> <span aria-hidden="true">—</span> {pair.solution} <span className="text-soft">({pair.number}, {pair.organisation})</span></p>
      <ol className="space-y-2">{links.map((link) => <LinkLine key={link.id} link={link} />)}</ol>
      {!isOwn && found && (
        <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
          {state === 'to-settle' && (
            <Form id={`confirm-${found.id}`} action={actions.pin} submit={t('confirm')} submitLabel={t('confirmNamed', { person, number: pair.number })} tone="secondary" className="">
              <HiddenField name="roundId" value={round.id} />
              <HiddenField name="personId" value={personId} />
              <HiddenField name="applicationId" value={applicationId} />
              <HiddenField name="reason" value={found.reason} />
            </Form>
          )}
          <div className="min-w-64 flex-1">
            {links.filter(({ liftedAt }) => liftedAt === null).map((link) => <LiftForm key={link.id} round={round} link={link} person={person} number={pair.number} lift={actions.lift} />)}
          </div>
        </div>
      )}
    </li>
  )
}

function LinkLine({ link: { origin, reason, note, madeAt, liftedAt, liftMotive } }: { link: Listed }) {
  const t = useTranslations('conflict')
  return (
    <li className="max-w-measure text-small">
      <Tag tone={liftedAt ? 'plain' : origin === 'detected' ? 'uncertain' : 'line'}>{t(`origins.${origin}`)}</Tag> {t(`reasons.${reason}`)} <span className="text-soft">· <ShortInstant at={madeAt} /></span>
      {note && <span className="block whitespace-pre-line [overflow-wrap:anywhere]">{t('said', { text: note })}</span>}
      {liftedAt && <span className="block whitespace-pre-line text-soft [overflow-wrap:anywhere]">{t.rich('lifted', { at: () => <ShortInstant at={liftedAt} />, text: liftMotive ?? '' })}</span>}
    </li>
  )
}

function LiftForm({ round, link, person, number, lift }: { round: { id: string }; link: Listed; person: string; number: string; lift: Action }) {
  const t = useTranslations('conflict')
  return (
    <Disclosure summary={t('managed.lift', { reason: t(`reasons.${link.reason}`) })}>
      <Form id={`lift-${link.id}`} action={lift} submit={t('managed.liftDo')} submitLabel={t('managed.liftNamed', { person, number })} tone="secondary" className="space-y-3">
        <HiddenField name="roundId" value={round.id} />
        <HiddenField name="conflictId" value={link.id} />
        <AreaField name="motive" rows={2} label={t('managed.motive')} hint={t('managed.motiveHint', { limit: conflictLimits.motive })} />
      </Form>
    </Disclosure>
  )
}
