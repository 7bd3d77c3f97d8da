'use client'
import type { ClaimableRupture, ClaimWords } from '#components/claim/claimable.ts'
import type { DraftClaim } from '#lib/domain/claim.ts'
import { isEmptyClaim } from '#lib/domain/claim-parts.ts'
import { formatFigure } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'

/** The sentence as it stands, over the gap it is to bridge: dotted, since nothing is measured yet. */
export function ClaimPreview({ claim, rupture, words, locale }: { claim: DraftClaim; rupture: ClaimableRupture | null; words: ClaimWords; locale: Locale }) {
  if (isEmptyClaim(claim)) return null
  const { guide, sentence } = words.claim
  const figure = (value: number | null | undefined) => (value === null || value === undefined || Number.isNaN(value) ? '' : formatFigure(value, claim.unit || null, locale))
  const parts: Record<string, string> = {
    rupture: rupture?.title ?? '', mechanism: claim.mechanism ?? '', population: claim.population ?? '', indicator: claim.indicator ?? '',
    baseline: figure(claim.baseline), target: figure(claim.target), evidence: claim.evidenceLevel ? words.levels[claim.evidenceLevel] : '',
  }
  return (
    <figure className="keep max-w-measure rounded-sm border border-rule px-4 py-4">
      <svg aria-hidden="true" viewBox="0 0 320 56" className="mb-3 block h-auto w-full max-w-80">
        <path d="M4 44H112M208 44H316" strokeWidth="5" className="stroke-line" />
        <path d="M112 32v24M208 32v24" strokeWidth="3" className="stroke-rupture" />
        <path d="M104 44C130 6 190 6 216 44" fill="none" strokeWidth="3" strokeDasharray="2 6" strokeLinecap="round" className="stroke-bridge" />
      </svg>
      <figcaption className="text-small text-soft">{guide.preview}</figcaption>
      <p className="mt-1 font-serif text-h3 leading-relaxed">
        {sentence.split(/<(\w+)><\/\1>/).map((piece, index) => {
          if (index % 2 === 0) return piece
          return parts[piece] ? <strong key={piece} className="font-medium text-line">{parts[piece]}</strong> : <span key={piece} className="text-soft">{guide.missing}</span>
        })}
      </p>
    </figure>
  )
}
