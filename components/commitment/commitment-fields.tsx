import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChoiceField, TextField } from '#components/form/fields.tsx'
import { type CommitmentKind, commitmentKinds, commitmentLimits } from '#lib/domain/commitment.ts'

export type Laureate = { id: string; organisationName: string; solution: string }
type Filled = { kind: CommitmentKind; title: string; ownerName: string | null; amount: number; unit: string; programmeId: string | null; dueOn: string | null }

/** What is recorded of a commitment; empty for a new one. */
export function CommitmentFields({ commitment, laureates }: { commitment?: Filled; laureates: readonly Laureate[] }) {
  const t = useTranslations('commitment')
  const whom = <ChoiceField name="programmeId" label={t('fields.laureate')} defaultValue={commitment?.programmeId ?? ''} options={[{ value: '', label: t('allLaureates') }, ...laureates.map(({ id, organisationName, solution }) => ({ value: id, label: t('laureateOption', { organisation: organisationName, solution }) }))]} />
  return <PromiseFields commitment={commitment} whom={whom} />
}

/** The same where it is known whom it is for. */
export function PromiseFields({ commitment, whom }: { commitment?: Filled | undefined; whom?: ReactNode }) {
  const t = useTranslations('commitment')
  return (
    <>
      <ChoiceField name="kind" label={t('fields.kind')} defaultValue={commitment?.kind ?? 'mentoring'} options={commitmentKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
      <TextField name="title" label={t('fields.title')} hint={t('fields.titleHint', { limit: commitmentLimits.title })} defaultValue={commitment?.title} />
      <div className="grid max-w-measure gap-x-5 gap-y-4 sm:grid-cols-2">
        <TextField name="amount" inputMode="decimal" label={t('fields.amount')} defaultValue={commitment?.amount} className="tabular-nums" />
        <TextField name="unit" label={t('fields.unit')} hint={t('fields.unitHint')} defaultValue={commitment?.unit} />
      </div>
      {whom}
      <TextField name="ownerName" optional label={t('fields.owner')} hint={t('fields.ownerHint')} defaultValue={commitment?.ownerName ?? ''} />
      <TextField name="dueOn" type="date" optional label={t('fields.dueOn')} defaultValue={commitment?.dueOn ?? ''} className="max-w-52" />
    </>
  )
}
