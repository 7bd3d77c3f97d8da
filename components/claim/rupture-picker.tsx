'use client'
import { useId, useState } from 'react'
import type { ClaimableRupture, ClaimWords } from '#components/claim/claimable.ts'
import { inputClass } from '#components/ui/field.tsx'
import { matches } from '#lib/domain/search.ts'

type Props = { name: string; ruptures: readonly ClaimableRupture[]; chosen: string | null; words: ClaimWords; onChoose: (rupture: ClaimableRupture) => void }

/** Ruptures as cards, by stage of the pathway, to choose one by reading: for whom, how many, what it costs, who says so, how sure. */
export function RupturePicker({ name, ruptures, chosen, words, onChoose }: Props) {
  const [search, look] = useState('')
  const id = useId()
  const { picker } = words.claim
  const found = ruptures.filter(({ isCurrent, versionId, title, summary, population }) => (isCurrent || versionId === chosen) && matches(`${title} ${summary} ${population}`, search))
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{picker.choose}</legend>
      <label htmlFor={`${id}-search`} className="mb-1 block text-small font-semibold">{picker.search}</label>
      <input id={`${id}-search`} type="search" value={search} onChange={({ target }) => look(target.value)} autoComplete="off" className={`${inputClass} max-w-measure`} />
      <div className="mt-4 max-h-[34rem] overflow-y-auto overscroll-contain border-y border-rule pe-2" data-rupture-cards>
        {found.length === 0 && <p role="status" className="py-6 font-note italic text-soft">{picker.none}</p>}
        {[...new Set(ruptures.map(({ stage }) => stage))].map((stage) => {
          const own = found.filter((rupture) => rupture.stage === stage)
          return own.length > 0 && (
            <div key={stage}>
              <p className="sticky top-0 border-b border-rule bg-paper py-2 text-small font-semibold text-soft">{words.stages[stage]}</p>
              {own.map((rupture) => (
                <Card key={rupture.versionId} name={`${name}-rupture`} rupture={rupture} isChosen={rupture.versionId === chosen} words={words} onChoose={onChoose} />
              ))}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}

function Card({ name, rupture, isChosen, words, onChoose }: { name: string; rupture: ClaimableRupture; isChosen: boolean; words: ClaimWords; onChoose: Props['onChoose'] }) {
  const { picker } = words.claim
  return (
    <label className="grid grid-cols-[auto_1fr] gap-x-3 border-b border-rule px-1 py-4 last:border-b-0 hover:bg-wash has-checked:bg-wash">
      <input type="radio" name={name} checked={isChosen} onChange={() => onChoose(rupture)} className="mt-1 size-5" />
      <span className="min-w-0">
        <span className="block font-semibold leading-snug">{rupture.title}</span>
        <span className="mt-1 block text-small">{rupture.summary}</span>
        <RuptureCardFacts rupture={rupture} words={words} />
        {!rupture.isCurrent && <span className="mt-1 block text-small text-uncertain-ink">{picker.older.replace('{version}', String(rupture.version))}</span>}
      </span>
    </label>
  )
}

/** What a card says of a rupture. What was not found is said, never left out. */
export function RuptureCardFacts({ rupture, words }: { rupture: ClaimableRupture; words: ClaimWords }) {
  const { picker } = words.claim
  const facts = [
    [picker.who, rupture.population], [picker.people, rupture.people], [picker.cost, rupture.cost], [picker.source, rupture.source], [picker.confidence, words.grades[rupture.evidence]],
  ] as const
  return (
    <span className="mt-2 grid gap-x-4 gap-y-0.5 text-small sm:grid-cols-[6rem_1fr]">
      {facts.map(([label, value]) => (
        <span key={label} className="contents">
          <span className="text-soft">{label}</span>
          <span className={value === null ? 'text-soft' : 'max-sm:mb-1'}>{value ?? picker.notQuantified}</span>
        </span>
      ))}
    </span>
  )
}
