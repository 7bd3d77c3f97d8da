import { useTranslations } from 'next-intl'
import { Tag, type TagTone } from '#components/ui/tag.tsx'
import type { FilingState } from '#lib/domain/filing.ts'

const tones: Readonly<Record<FilingState, TagTone>> = {
  early: 'plain', draft: 'line', changed: 'uncertain', deposited: 'bridge', 'to-correct': 'rupture', waiting: 'bridge', withdrawn: 'uncertain', lapsed: 'plain', missed: 'plain',
}

/** Where a file stands, in two words. */
export function FilingTag({ state }: { state: FilingState }) {
  return <Tag tone={tones[state]}>{useTranslations('filing.states')(state)}</Tag>
}
