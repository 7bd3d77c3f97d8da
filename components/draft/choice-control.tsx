'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { type FieldState, useEditor } from '#components/draft/editor-context.ts'
import { describedBy } from '#components/draft/field-frame.tsx'
import { fromInput, toInput } from '#components/draft/field-value.ts'
import type { FieldView } from '#components/draft/field-view.ts'
import { Button } from '#components/ui/button.tsx'
import { inputClass } from '#components/ui/field.tsx'
import { same, shown } from '#lib/domain/draft-sync.ts'
import { fieldAnchor } from '#lib/domain/field-name.ts'

type Props = { view: FieldView; state: FieldState }

/** What is chosen among the controls of `root`, and how to choose it there. */
function chosenIn(root: HTMLElement): string[] {
  if (root instanceof HTMLSelectElement) return root.value === '' ? [] : [root.value]
  return [...root.querySelectorAll('input')].filter(({ checked }) => checked).map(({ value }) => value)
}

function chooseIn(root: HTMLElement, chosen: readonly string[]): void {
  if (root instanceof HTMLSelectElement) root.value = chosen[0] ?? ''
  else for (const box of root.querySelectorAll('input')) box.checked = chosen.includes(box.value)
}

/** What every choice does: draws what is held, tells what is chosen, follows what comes from elsewhere. */
function useChoice<E extends HTMLElement>(view: FieldView): { root: RefObject<E | null>; first: string[]; change: () => void; clear: () => void } {
  const { session, locale } = useEditor()
  const root = useRef<E>(null)
  const [first] = useState(() => drawable(view, toInput(view, shown(session.view().sync, view.name), locale)))
  const tell = (chosen: string[]) => {
    session.typed(view.name, fromInput(view, chosen, locale))
    session.flush()
  }
  useEffect(() => {
    // Chosen before the script was there.
    const already = root.current ? chosenIn(root.current) : first
    if (!same(already, first)) session.typed(view.name, fromInput(view, already, locale))
    return session.onTaken((name, value) => name === view.name && root.current && chooseIn(root.current, asList(toInput(view, value, locale))))
  }, [session, view, locale, first])
  return {
    root,
    first,
    change: () => root.current && tell(chosenIn(root.current)),
    clear: () => {
      if (root.current) chooseIn(root.current, [])
      tell([])
    },
  }
}

/** What was chosen and can still be: an option taken out of the call since is not drawn, and not unchosen by that. */
const drawable = ({ options }: FieldView, input: string | string[]) => asList(input).filter((one) => options.length === 0 || options.some(({ id }) => id === one))

const asList = (input: string | string[]) => [input].flat().filter((one) => one !== '')

/** One or several of a few, each with room to press. */
export function BoxesControl({ view, state }: Props) {
  const { words } = useEditor()
  const { root, first, change, clear } = useChoice<HTMLDivElement>(view)
  const id = fieldAnchor(view.name)
  const isSeveral = view.control === 'choices'
  const named: Partial<Record<FieldView['control'], FieldView['options']>> = {
    'yes-no': [{ id: 'yes', label: words.field.yes }, { id: 'no', label: words.field.no }],
    consent: [{ id: 'yes', label: words.field.consent }],
  }
  return (
    <div ref={root} className="mt-1">
      {(named[view.control] ?? view.options).map((option, index) => (
        <label key={option.id} htmlFor={`${id}-${index}`} className="flex min-h-11 items-start gap-3 py-2">
          <input
            id={`${id}-${index}`}
            type={isSeveral || view.control === 'consent' ? 'checkbox' : 'radio'}
            name={view.name}
            value={option.id}
            defaultChecked={first.includes(option.id)}
            disabled={!state.isEditable}
            onChange={change}
            autoComplete="off"
            className="mt-1 size-[1.15rem] shrink-0"
          />
          <span>
            {option.label}
            {option.about && <span className="block text-small text-soft">{option.about}</span>}
          </span>
        </label>
      ))}
      {(view.control === 'choice' || view.control === 'yes-no') && !view.isRequired && state.isEditable && <Button tone="quiet" className="-ms-2" onClick={clear}>{words.field.clear}</Button>}
    </div>
  )
}

/** One of many. */
export function SelectControl({ view, state }: Props) {
  const { words } = useEditor()
  const { root, first, change } = useChoice<HTMLSelectElement>(view)
  return (
    <select
      ref={root}
      id={fieldAnchor(view.name)}
      name={view.name}
      defaultValue={first[0] ?? ''}
      disabled={!state.isEditable}
      required={view.isRequired}
      onChange={change}
      aria-invalid={state.faults.length > 0 || undefined}
      aria-describedby={describedBy(view, state)}
      autoComplete="off"
      className={inputClass}
    >
      <option value="">{words.field.choose}</option>
      {view.options.map((option) => (
        <option key={option.id} value={option.id}>{option.label}</option>
      ))}
    </select>
  )
}
