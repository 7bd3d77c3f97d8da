'use client'
import type { ReactNode } from 'react'
import type { ClaimName, ClaimWords, Proposal } from '#components/claim/claimable.ts'
import { inputClass } from '#components/ui/field.tsx'
import type { DraftClaim } from '#lib/domain/claim.ts'
import { claimLimits, evidenceLevels } from '#lib/domain/claim-parts.ts'
import { fieldAnchor } from '#lib/domain/field-name.ts'
import { lengthOf } from '#lib/domain/plain-text.ts'

type Props = {
  name: ClaimName
  claim: DraftClaim
  set: (part: Partial<DraftClaim>) => void
  disabled: boolean
  proposals: { ofRupture: readonly Proposal[]; ofCatalogue: readonly Proposal[] }
  words: ClaimWords
}

/** The pieces of the sentence in the order they are read; an indicator proposed brings its unit and its starting value. */
export function ClaimGuide({ name, claim, set, disabled, proposals, words }: Props) {
  const { guide } = words.claim
  const id = (part: string) => fieldAnchor(`${name}.${part}`)
  const propose = ({ indicator, unit, baseline, metric }: Proposal) =>
    set({ indicator, metric, unit: unit === '' ? (claim.unit ?? '') : unit, ...(baseline !== null && (claim.baseline ?? null) === null && { baseline }) })
  const typed = (indicator: string) => {
    const known = proposals.ofCatalogue.find((each) => each.indicator === indicator)
    set({ indicator, metric: known?.metric ?? null, ...(known && !claim.unit && { unit: known.unit }) })
  }
  const figure = (part: 'baseline' | 'target') => (
    <input id={id(part)} type="number" step="any" inputMode="decimal" value={claim[part] ?? ''} readOnly={disabled} autoComplete="off" onChange={({ target }) => set({ [part]: target.value === '' ? null : target.valueAsNumber })} className={`${inputClass} tabular-nums`} />
  )
  return (
    <div className="space-y-5">
      <p className="max-w-measure text-soft">{guide.lead}</p>
      <Piece id={id('mechanism')} label={guide.mechanism} hint={guide.mechanismHint} text={claim.mechanism} limit={claimLimits.mechanism}>
        <textarea id={id('mechanism')} rows={2} value={claim.mechanism ?? ''} readOnly={disabled} aria-describedby={`${id('mechanism')}-hint`} onChange={({ target }) => set({ mechanism: target.value })} className={inputClass} />
      </Piece>
      <Piece id={id('population')} label={guide.population} hint={guide.populationHint} text={claim.population} limit={claimLimits.population}>
        <input id={id('population')} value={claim.population ?? ''} readOnly={disabled} autoComplete="off" aria-describedby={`${id('population')}-hint`} onChange={({ target }) => set({ population: target.value })} className={inputClass} />
      </Piece>
      <Piece id={id('indicator')} label={guide.indicator} hint={guide.indicatorHint} text={claim.indicator} limit={claimLimits.indicator}>
        <input id={id('indicator')} list={id('catalogue')} value={claim.indicator ?? ''} readOnly={disabled} autoComplete="off" aria-describedby={`${id('indicator')}-hint`} onChange={({ target }) => typed(target.value)} className={inputClass} />
        <datalist id={id('catalogue')}>{proposals.ofCatalogue.map(({ indicator }) => <option key={indicator} value={indicator}>{indicator}</option>)}</datalist>
        {!disabled && proposals.ofRupture.length > 0 && (
          <div className="mt-2">
            <p className="text-small text-soft">{guide.proposals}</p>
            <ul className="mt-1 flex flex-wrap gap-2">
              {proposals.ofRupture.map((each) => (
                <li key={each.indicator}>
                  <button type="button" onClick={() => propose(each)} aria-pressed={claim.indicator === each.indicator} className="min-h-11 rounded-sm border border-edge px-3 py-1.5 text-start text-small hover:border-ink hover:bg-wash aria-pressed:border-line aria-pressed:bg-wash">
                    {each.figure === null ? each.indicator : guide.proposal.replace('{indicator}', each.indicator).replace('{figure}', each.figure)}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Piece>
      <div className="grid max-w-measure gap-4 sm:grid-cols-3">
        <Piece id={id('baseline')} label={guide.baseline}>{figure('baseline')}</Piece>
        <Piece id={id('target')} label={guide.target}>{figure('target')}</Piece>
        <Piece id={id('unit')} label={guide.unit}>
          <input id={id('unit')} value={claim.unit ?? ''} readOnly={disabled} autoComplete="off" maxLength={200} onChange={({ target }) => set({ unit: target.value })} className={inputClass} />
        </Piece>
      </div>
      <p className="font-semibold">{guide.month}</p>
      <Piece id={id('evidenceLevel')} label={guide.evidenceLevel} hint={guide.evidenceHint}>
        <select id={id('evidenceLevel')} value={claim.evidenceLevel ?? ''} disabled={disabled} aria-describedby={`${id('evidenceLevel')}-hint`} onChange={({ target }) => set({ evidenceLevel: (target.value || null) as DraftClaim['evidenceLevel'] })} className={inputClass}>
          <option value="">{guide.missing}</option>
          {evidenceLevels.map((level) => <option key={level} value={level}>{words.levels[level]}</option>)}
        </select>
      </Piece>
    </div>
  )
}

function Piece({ id, label, hint, text, limit, children }: { id: string; label: string; hint?: string; text?: string | undefined; limit?: number; children: ReactNode }) {
  const length = lengthOf(text ?? '')
  return (
    <div className="max-w-measure">
      <label htmlFor={id} className="mb-1 block font-semibold">{label}</label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 flex flex-wrap justify-between gap-x-4 text-small text-soft">
          <span>{hint}</span>
          {limit !== undefined && <span className={`tabular-nums ${length > limit ? 'font-semibold text-rupture-ink' : ''}`}>{length} / {limit}</span>}
        </p>
      )}
    </div>
  )
}
