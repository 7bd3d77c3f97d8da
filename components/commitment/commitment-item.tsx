import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CommitmentStanding, GivenOf } from '#components/commitment/commitment-standing.tsx'
import { DeliveryList } from '#components/commitment/delivery-list.tsx'
import { Heading } from '#components/ui/heading.tsx'
import type { CommitmentKind, CommitmentState } from '#lib/domain/commitment.ts'

/** A commitment as the rooms of managers, partners and laureates show it. */
export type ShownCommitment = {
  id: string
  organisationName: string
  laureateName?: string | null
  kind: CommitmentKind
  title: string
  ownerName: string | null
  amount: number
  given: number
  unit: string
  dueOn: string | null
  state: CommitmentState
  note: string | null
  deliveries?: readonly { id: string; amount: number; deliveredOn: string; note: string | null }[]
}
type Props = { commitment: ShownCommitment; today: string; rank?: 2 | 3; above?: ReactNode; children?: ReactNode }

/** What was promised, by whom, to whom, against what was given. */
export function CommitmentItem({ commitment, today, rank = 3, above, children }: Props) {
  const t = useTranslations('commitment')
  const { id, organisationName, laureateName, kind, title, ownerName, unit, state, note, deliveries } = commitment
  return (
    <li id={`commitment-${id}`} className="grid gap-x-10 gap-y-3 border-t border-rule py-5 md:grid-cols-[minmax(0,1fr)_minmax(14rem,20rem)]">
      <div className="min-w-0 space-y-1">
        {above}
        <Heading as={rank} size={4} className="text-pretty">{title}</Heading>
        <p className="text-small text-soft">{t('who', { kind: t(`kinds.${kind}`), organisation: organisationName, to: laureateName ? 'one' : laureateName === null ? 'all' : 'none', laureate: laureateName ?? '' })}</p>
        {ownerName && <p className="text-small text-soft">{t('owner', { name: ownerName })}</p>}
        {note && <p className="max-w-measure">{t(state === 'withdrawn' ? 'withdrawnNote' : 'note', { note })}</p>}
      </div>
      <div className="space-y-2">
        <GivenOf {...commitment} />
        <CommitmentStanding commitment={commitment} today={today} />
        {deliveries && <DeliveryList deliveries={deliveries} unit={unit} />}
      </div>
      {children && <div className="min-w-0 md:col-span-2">{children}</div>}
    </li>
  )
}
