import { useTranslations } from 'next-intl'
import { Tag, type TagTone } from '#components/ui/tag.tsx'
import type { Mood } from '#lib/domain/check-in.ts'

const tones: Readonly<Record<Mood, TagTone>> = { 'on-track': 'bridge', 'at-risk': 'uncertain', 'off-track': 'rupture' }

/** How the project is, in a word. */
export function MoodTag({ mood }: { mood: Mood }) {
  const t = useTranslations('check-in.moods')
  return <span className="whitespace-nowrap"><Tag tone={tones[mood]}>{t(mood)}</Tag></span>
}
