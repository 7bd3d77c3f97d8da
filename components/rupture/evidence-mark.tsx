import { useTranslations } from 'next-intl'
import type { EvidenceGrade } from '#lib/domain/estimate.ts'

const filled: Record<EvidenceGrade, number> = { low: 1, medium: 2, high: 3 }

/** How sure we are of a figure: one to three full dots, and the word unless `bare` (then for screen readers only). */
export function EvidenceMark({ grade, bare = false }: { grade: EvidenceGrade; bare?: boolean }) {
  const t = useTranslations('rupture.evidence')
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-uncertain-ink" title={bare ? t(`${grade}.long`) : undefined}>
      <svg aria-hidden="true" width="26" height="8" viewBox="0 0 26 8" className="shrink-0">
        {[0, 1, 2].map((dot) => (
          <circle key={dot} cx={4 + dot * 9} cy="4" r="3" strokeWidth="1.2" className={dot < filled[grade] ? 'fill-uncertain stroke-uncertain' : 'fill-none stroke-uncertain'} />
        ))}
      </svg>
      <span className={bare ? 'sr-only' : 'text-small'}>{t(`${grade}.short`)}</span>
    </span>
  )
}
