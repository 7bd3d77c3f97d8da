import { useTranslations } from 'next-intl'
import { Tag, type TagTone } from '#components/ui/tag.tsx'
import type { MilestoneState } from '#lib/domain/milestone.ts'

const tones: Readonly<Record<MilestoneState, TagTone>> = { planned: 'plain', 'due-soon': 'uncertain', late: 'rupture', done: 'line', accepted: 'bridge' }

/** Where a milestone stands, in a word. */
export function MilestoneTag({ state }: { state: MilestoneState }) {
  const t = useTranslations('milestone.states')
  return <Tag tone={tones[state]}>{t(state)}</Tag>
}
