import { useTranslations } from 'next-intl'
import { Tag } from '#components/ui/tag.tsx'
import type { Outcome } from '#lib/domain/decision.ts'

const tones = { laureate: 'bridge', reserve: 'uncertain', 'not-selected': 'plain' } as const

/** "Réserve, 2ᵉ": what was decided of an application, or that nothing was yet. */
export function OutcomeTag({ outcome, reserveRank }: { outcome: Outcome | null; reserveRank: number | null }) {
  const t = useTranslations('decision')
  if (outcome === null) return <Tag tone="line">{t('undecided')}</Tag>
  return <Tag tone={tones[outcome]}>{outcome === 'reserve' && reserveRank !== null ? t('reserveRanked', { rank: reserveRank }) : t(`outcomes.${outcome}`)}</Tag>
}
