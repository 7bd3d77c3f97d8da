'use client'
import { useEffect, useRef } from 'react'
import { AreaField } from '#components/form/fields.tsx'
import { useField } from '#components/form/form-state.ts'
import { ChosenCount } from '#components/screening/chosen-count.tsx'
import { Button } from '#components/ui/button.tsx'
import { inputClass } from '#components/ui/field.tsx'
import { motiveLimit } from '#lib/domain/screening.ts'

export type ActionBarWords = {
  label: string; chosen: readonly [none: string, one: string, more: string]; eligible: string; ineligible: string; pending: string
  motive: string; motiveHint: string; confirmIneligible: string; tag: string; addTag: string; removeTag: string
}

const small = 'min-h-9! px-3! py-1! pointer-coarse:min-h-11!'

/** What can be done to the chosen rows. Each button says its deed; the motive opens under its own. On a narrow screen it stays in view, in one line. */
export function ActionBar({ tags, words }: { tags: readonly { id: string; name: string }[]; words: ActionBarWords }) {
  const tag = useField('tagId')
  return (
    <fieldset className="z-10 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-rule bg-wash px-3 py-1.5 text-small max-md:sticky max-md:top-0 max-md:min-w-0 max-md:flex-nowrap max-md:overflow-x-auto max-md:whitespace-nowrap">
      <legend className="sr-only">{words.label}</legend>
      <ChosenCount words={words.chosen} />
      <Button type="submit" name="deed" value="eligible" className={small}>{words.eligible}</Button>
      <Motive words={words} />
      <Button type="submit" name="deed" value="pending" className={small}>{words.pending}</Button>
      {tags.length > 0 && (
        <span className="flex items-center gap-2">
          <select key={tag.typed} id={tag.id} name="tagId" defaultValue={tag.typed ?? ''} aria-label={words.tag} className={`${inputClass} ${small} w-44! shrink-0`}>
            <option value="">{words.tag}</option>
            {tags.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
          <Button type="submit" name="deed" value="tag" className={small}>{words.addTag}</Button>
          <Button type="submit" name="deed" value="untag" className={small}>{words.removeTag}</Button>
        </span>
      )}
    </fieldset>
  )
}

/** Opens to the motive; after a refusal for want of it, it is open with the fault said. */
function Motive({ words }: { words: ActionBarWords }) {
  const { error, typed } = useField('motive')
  const isOpen = error !== undefined || (typed !== undefined && typed !== '')
  const opened = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (isOpen && opened.current) opened.current.open = true
  }, [isOpen])
  return (
    <details ref={opened} id="screening-ineligible" open={isOpen} className="relative">
      <summary className={`inline-flex list-none items-center rounded-md border border-edge bg-paper font-medium hover:border-ink [&::-webkit-details-marker]:hidden ${small}`}>{words.ineligible}</summary>
      <div className="absolute inset-s-0 z-20 mt-1 w-[26rem] space-y-2 border border-edge bg-paper p-3 shadow-lg max-md:fixed max-md:inset-x-4 max-md:top-auto max-md:bottom-4 max-md:w-auto max-md:whitespace-normal">
        <AreaField name="motive" label={words.motive} hint={words.motiveHint} rows={3} maxLength={motiveLimit} />
        <Button type="submit" name="deed" value="ineligible" tone="primary" className={small}>{words.confirmIneligible}</Button>
      </div>
    </details>
  )
}
