import { useLocale, useTranslations } from 'next-intl'
import { CommitmentItem, type ShownCommitment } from '#components/commitment/commitment-item.tsx'
import { DeliverForm } from '#components/commitment/deliver-form.tsx'
import { ReportForm } from '#components/commitment/report-form.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'

type Own = ShownCommitment & { version: number; mayReport: boolean; call: { slug: string; title: Localized; demonstration: boolean } }
type Props = { today: string; commitments: readonly Own[]; deliver: ActionFormProps['action']; report: ActionFormProps['action'] }

/** What one's own organisation promised, what is due first, with what can be said of each. */
export function OwnCommitments({ today, commitments, deliver, report }: Props) {
  const t = useTranslations('commitment')
  const locale = useLocale()
  if (commitments.length === 0) return <EmptyState title={t('own.none')}><p>{t('own.noneText')}</p></EmptyState>
  return (
    <ul className="border-b border-rule">
      {commitments.map((commitment) => {
        const { call, state } = commitment
        const above = <p className="flex flex-wrap items-baseline gap-x-3 text-small"><Link href={`/calls/${call.slug}`}>{inLocale(call.title, locale)}</Link>{call.demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}</p>
        return (
          <CommitmentItem key={commitment.id} commitment={commitment} today={today} rank={2} above={above}>
            {commitment.mayReport && state !== 'withdrawn' && <Disclosure plain summary={t('deliver.title')}><DeliverForm commitment={commitment} today={today} action={deliver} /></Disclosure>}
            {commitment.mayReport && state !== 'withdrawn' && state !== 'kept' && <Disclosure plain summary={t('report.title')}><ReportForm commitment={commitment} action={report} /></Disclosure>}
          </CommitmentItem>
        )
      })}
    </ul>
  )
}
