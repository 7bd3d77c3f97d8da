import { useLocale } from 'next-intl'
import { MilestoneTag } from '#components/milestone/milestone-tag.tsx'
import { type ShownMilestone, stateOn } from '#components/milestone/shown-milestone.ts'
import { Link } from '#components/ui/link.tsx'
import { Day } from '#components/ui/time.tsx'
import { inLocale } from '#lib/domain/localized.ts'

/** Milestones at a glance: which, by when, where they stand. */
export function MilestoneLines({ milestones, programmeId, today }: { milestones: readonly ShownMilestone[]; programmeId: string; today: string }) {
  const locale = useLocale()
  return (
    <ol className="border-t border-rule">
      {milestones.map((milestone) => (
        <li key={milestone.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-rule py-1.5">
          <Link href={`/programmes/${programmeId}/milestones#milestone-${milestone.id}`} className="inline-block py-1.5">{inLocale(milestone.title, locale)}</Link>
          <span className="flex flex-wrap items-center gap-2 text-small text-soft"><Day date={milestone.dueOn} /> <MilestoneTag state={stateOn(milestone, today)} /></span>
        </li>
      ))}
    </ol>
  )
}
