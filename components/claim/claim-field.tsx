'use client'
import { useState } from 'react'
import { ClaimGuide } from '#components/claim/claim-guide.tsx'
import { ClaimPreview } from '#components/claim/claim-preview.tsx'
import type { ClaimableMetric, ClaimableRupture, ClaimName, ClaimWords } from '#components/claim/claimable.ts'
import { RuptureCardFacts, RupturePicker } from '#components/claim/rupture-picker.tsx'
import type { DraftClaim } from '#lib/domain/claim.ts'
import { fieldAnchor } from '#lib/domain/field-name.ts'
import type { Locale } from '#lib/i18n/locale.ts'

type Props = {
  name: ClaimName
  value: DraftClaim | null
  onChange: (value: DraftClaim) => void
  disabled: boolean
  ruptures: readonly ClaimableRupture[]
  metrics: readonly ClaimableMetric[]
  words: ClaimWords
  locale: Locale
}

/** One claim: a rupture chosen from cards, then one sentence written piece by piece and put together underneath. */
export function ClaimField({ name, value, onChange, disabled, ruptures, metrics, words, locale }: Props) {
  const claim = value ?? {}
  const chosen = ruptures.find(({ versionId }) => versionId === claim.ruptureVersionId) ?? null
  const [isChoosing, choose] = useState(chosen === null)
  const { picker } = words.claim
  const set = (part: Partial<DraftClaim>) => onChange({ ...claim, ...part })
  const take = (rupture: ClaimableRupture) => {
    set({ ruptureVersionId: rupture.versionId })
    choose(false)
    // Where one goes on writing: the picker that had the focus is gone.
    requestAnimationFrame(() => document.getElementById(fieldAnchor(`${name}.mechanism`))?.focus())
  }
  return (
    <div className="mt-2 space-y-6 border-s-2 border-line ps-4 sm:ps-6" data-claim={name}>
      <div id={fieldAnchor(`${name}.ruptureVersionId`)} tabIndex={-1}>
        {chosen && !isChoosing ? (
          <div className="rounded-sm border border-rule bg-wash px-4 py-3">
            <p className="text-small text-soft">{picker.chosen} · {picker.version.replace('{version}', String(chosen.version))}</p>
            <p className="mt-0.5 font-serif text-h3 font-medium leading-snug">{chosen.title}</p>
            <RuptureCardFacts rupture={chosen} words={words} />
            <p className="mt-3 flex flex-wrap gap-x-6">
              <a href={`/${locale}/ruptures/${chosen.slug}?version=${chosen.version}`} target="_blank" rel="noopener" className="inline-flex min-h-11 items-center">{picker.more}</a>
              {!disabled && <button type="button" onClick={() => choose(true)} className="min-h-11 underline underline-offset-4">{picker.change}</button>}
            </p>
          </div>
        ) : (
          !disabled && <RupturePicker name={name} ruptures={ruptures} chosen={claim.ruptureVersionId ?? null} words={words} onChoose={take} />
        )}
      </div>
      <ClaimGuide name={name} claim={claim} set={set} disabled={disabled} proposals={proposalsOf(chosen, metrics)} words={words} />
      <ClaimPreview claim={claim} rupture={chosen} words={words} locale={locale} />
    </div>
  )
}

/** What the rupture's own figures and the catalogue propose to measure. */
function proposalsOf(rupture: ClaimableRupture | null, metrics: readonly ClaimableMetric[]) {
  return {
    ofRupture: rupture?.proposals ?? [],
    ofCatalogue: metrics.map(({ slug, name, unit }) => ({ indicator: name, unit, baseline: null, figure: null, metric: slug })),
  }
}
