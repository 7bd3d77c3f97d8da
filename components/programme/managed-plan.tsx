import { useLocale, useTranslations } from 'next-intl'
import { MilestoneTag } from '#components/milestone/milestone-tag.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { parisDate } from '#lib/domain/calendar.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { lateDays, milestoneState } from '#lib/domain/milestone.ts'
import { formatDay } from '#lib/i18n/format.ts'

type Step = { id: string; month: number; title: Localized; dueOn: string; evidence: string | null; doneAt: Date | null; acceptedAt: Date | null; returnedReason: string | null; moves: readonly { id: string; fromOn: string; toOn: string; reason: string }[] }

const daysOf = ({ dueOn, doneAt, acceptedAt }: Step) => ({ dueOn, doneOn: doneAt && parisDate(doneAt), acceptedOn: acceptedAt && parisDate(acceptedAt) })

/** The milestones of a programme by day, where each stands, and how its day was moved. */
export function ManagedPlan({ programmeId, milestones, today }: { programmeId: string; milestones: readonly Step[]; today: string }) {
  const t = useTranslations('programme.managed')
  const of = useTranslations('milestone')
  const locale = useLocale()
  return (
    <Section id="plan" title={t('plan')} className="first-of-type:mt-2 md:first-of-type:mt-2">
      <Table id="plan-table" caption={t('planTable')} captionHidden stacked>
        <thead><tr><th scope="col">{t('columns.month')}</th><th scope="col">{t('columns.milestone')}</th><th scope="col">{t('columns.due')}</th><th scope="col">{t('columns.state')}</th></tr></thead>
        <tbody>
          {milestones.map((step) => {
            const state = milestoneState(daysOf(step), today)
            const late = lateDays(daysOf(step), today)
            return (
              <tr key={step.id}>
                <td data-label={t('columns.month')} className="tabular-nums">{step.month}</td>
                <td className="min-w-60">
                  {inLocale(step.title, locale)}
                  {step.evidence && <p className="text-small text-soft">{t('evidence', { text: step.evidence })}</p>}
                  {step.moves.map(({ id, fromOn, toOn, reason }) => <p key={id} className="text-small text-soft">{t('moved', { from: formatDay(fromOn, locale), to: formatDay(toOn, locale), reason })}</p>)}
                  {step.returnedReason && state !== 'accepted' && <p className="text-small text-soft">{t('returned', { reason: step.returnedReason })}</p>}
                </td>
                <td data-label={t('columns.due')} className="whitespace-nowrap">{formatDay(step.dueOn, locale)}</td>
                <td><MilestoneTag state={state} />{late > 0 && <span className="block text-small text-rupture-ink">{of('late', { days: late })}</span>}</td>
              </tr>
            )
          })}
        </tbody>
      </Table>
      <p className="mt-3"><Link href={`/programmes/${programmeId}/milestones`}>{t('judgeMilestones')}</Link></p>
    </Section>
  )
}
