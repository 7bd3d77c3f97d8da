'use client'
import { inputClass } from '#components/ui/field.tsx'
import { type DraftClaim, evidenceLevels } from '#lib/domain/claim.ts'
import { fieldAnchor } from '#lib/domain/field-anchor.ts'

export type ClaimName = 'primaryClaim' | 'secondClaim' | 'thirdClaim'
/** A rupture in the version a claim pins. */
export type ClaimableRupture = { versionId: string; slug: string; title: string }
/** A metric of the catalogue, whose name and unit an indicator can take. */
export type ClaimableMetric = { slug: string; name: string; unit: string }
export type ClaimWords = {
  parts: Record<'rupture' | 'mechanism' | 'population' | 'indicator' | 'unit' | 'baseline' | 'target' | 'evidenceLevel', string>
  evidenceLevels: Record<(typeof evidenceLevels)[number], string>
  choose: string
  chooseLevel: string
}
type Props = {
  name: ClaimName
  value: DraftClaim | null
  onChange: (value: DraftClaim) => void
  disabled: boolean
  ruptures: readonly ClaimableRupture[]
  metrics: readonly ClaimableMetric[]
  words: ClaimWords
}

const texts = ['mechanism', 'population', 'indicator', 'unit'] as const
const figures = ['baseline', 'target'] as const

/** One claim, part by part. */
export function ClaimField({ name, value, onChange, disabled, ruptures, metrics, words }: Props) {
  const claim = value ?? {}
  const id = (part: string) => fieldAnchor(`${name}.${part}`)
  const set = (part: Partial<DraftClaim>) => onChange({ ...claim, ...part })
  const metricOf = (indicator: string) => metrics.find((each) => each.name === indicator)
  return (
    <div className="mt-2 grid gap-4 border-s-2 border-rule ps-4 sm:grid-cols-2">
      <Part id={id('ruptureVersionId')} label={words.parts.rupture} isWide>
        <select id={id('ruptureVersionId')} value={claim.ruptureVersionId ?? ''} disabled={disabled} onChange={({ target }) => set({ ruptureVersionId: target.value || null })} className={inputClass}>
          <option value="">{words.choose}</option>
          {ruptures.map(({ versionId, title }) => <option key={versionId} value={versionId}>{title}</option>)}
        </select>
      </Part>
      {texts.map((part) => (
        <Part key={part} id={id(part)} label={words.parts[part]} isWide={part !== 'unit'}>
          <input
            id={id(part)}
            value={claim[part] ?? ''}
            readOnly={disabled}
            autoComplete="off"
            list={part === 'indicator' ? id('metrics') : undefined}
            onChange={({ target }) => set(part === 'indicator' ? { indicator: target.value, metric: metricOf(target.value)?.slug ?? null, ...(metricOf(target.value) && { unit: metricOf(target.value)?.unit }) } : { [part]: target.value })}
            className={inputClass}
          />
        </Part>
      ))}
      <datalist id={id('metrics')}>{metrics.map(({ slug, name: label }) => <option key={slug} value={label}>{label}</option>)}</datalist>
      {figures.map((part) => (
        <Part key={part} id={id(part)} label={words.parts[part]}>
          <input id={id(part)} type="number" step="any" value={claim[part] ?? ''} readOnly={disabled} autoComplete="off" onChange={({ target }) => set({ [part]: target.value === '' ? null : target.valueAsNumber })} className={`${inputClass} tabular-nums`} />
        </Part>
      ))}
      <Part id={id('evidenceLevel')} label={words.parts.evidenceLevel} isWide>
        <select id={id('evidenceLevel')} value={claim.evidenceLevel ?? ''} disabled={disabled} onChange={({ target }) => set({ evidenceLevel: (target.value || null) as DraftClaim['evidenceLevel'] })} className={inputClass}>
          <option value="">{words.chooseLevel}</option>
          {evidenceLevels.map((level) => <option key={level} value={level}>{words.evidenceLevels[level]}</option>)}
        </select>
      </Part>
    </div>
  )
}

function Part({ id, label, isWide = false, children }: { id: string; label: string; isWide?: boolean; children: React.ReactNode }) {
  return (
    <div className={isWide ? 'sm:col-span-2' : ''}>
      <label htmlFor={id} className="mb-1 block text-small font-semibold">{label}</label>
      {children}
    </div>
  )
}
