import { useLocale, useTranslations } from 'next-intl'
import { MilestoneActions, type MilestoneDeeds } from '#components/milestone/milestone-actions.tsx'
import { MilestoneTag } from '#components/milestone/milestone-tag.tsx'
import { type ShownMilestone, stateOn } from '#components/milestone/shown-milestone.ts'
import { DocumentList, type ShownDocument } from '#components/programme/document-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Day, Instant } from '#components/ui/time.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { lateDays } from '#lib/domain/milestone.ts'

type Props = { milestones: readonly ShownMilestone[]; documents: readonly (ShownDocument & { milestoneId: string | null })[]; today: string; deeds: MilestoneDeeds }

/** Every milestone with what shows it, its history, and what whoever reads may do with it. */
export function MilestoneList({ milestones, documents, today, deeds }: Props) {
  const t = useTranslations('milestone')
  const locale = useLocale()
  if (milestones.length === 0) return <EmptyState title={t('none')}><p>{t('noneText')}</p></EmptyState>
  return (
    <ol className="border-t border-rule">
      {milestones.map((milestone) => {
        const { id, month, title, dueOn, evidence, doneAt, acceptedAt, returnedReason, moves } = milestone
        const late = lateDays({ dueOn, doneOn: doneAt && dueOn, acceptedOn: acceptedAt && dueOn }, today)
        const files = documents.filter(({ milestoneId }) => milestoneId === id)
        return (
          <li key={id} id={`milestone-${id}`} className="space-y-2 border-b border-rule py-5">
            <Heading as={2} size={3}>{inLocale(title, locale)}</Heading>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small">
              <MilestoneTag state={stateOn(milestone, today)} />
              <span>{t('month', { month })} · {t.rich('due', { day: () => <Day date={dueOn} /> })}</span>
              {late > 0 && <span className="font-semibold text-rupture-ink">{t('late', { days: late })}</span>}
            </p>
            {acceptedAt ? <p className="text-small text-soft">{t.rich('acceptedOn', { at: () => <Instant at={acceptedAt} /> })}</p> : doneAt && <p className="text-small text-soft">{t.rich('doneOn', { at: () => <Instant at={doneAt} /> })}</p>}
            {returnedReason && !doneAt && <p className="max-w-measure border-s-4 border-rupture ps-3"><span className="font-semibold">{t('returned')}</span><br /><span className="whitespace-pre-line">{returnedReason}</span></p>}
            {evidence && <p className="max-w-measure whitespace-pre-line [overflow-wrap:anywhere]"><span className="font-semibold">{t('evidence')}</span><br />{evidence}</p>}
            {files.length > 0 && <DocumentList documents={files} />}
            {moves.length > 0 && (
              <div className="text-small text-soft">
                <p className="font-semibold">{t('history')}</p>
                <ul>{moves.map((each) => <li key={each.id}>{t.rich('moved', { from: () => <Day date={each.fromOn} />, to: () => <Day date={each.toOn} />, reason: each.reason })}</li>)}</ul>
              </div>
            )}
            <MilestoneActions milestone={milestone} deeds={deeds} />
          </li>
        )
      })}
    </ol>
  )
}
