'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { type FieldState, useEditor } from '#components/draft/editor-context.ts'
import { broughtField, chooseIn, chosenIn, drawable } from '#components/draft/early-input.ts'
import { describedBy } from '#components/draft/field-frame.tsx'
import { fromInput, toInput } from '#components/draft/field-value.ts'
import type { FieldView } from '#components/draft/field-view.ts'
import { Button } from '#components/ui/button.tsx'
import { inputClass } from '#components/ui/field.tsx'
import { same, shown } from '#lib/domain/draft-sync.ts'
import { fieldAnchor } from '#lib/domain/field-name.ts'

type Props = { view: FieldView; state: FieldState }

/** What every choice does: draws what is held, tells what is chosen, follows what comes from elsewhere. */
function useChoice<E extends HTMLElement>(view: FieldView): { root: RefObject<E | null>; first: string[]; change: () => void; clear: () => void } {
  const { session, locale } = useEditor()
  const root = useRef<E>(null)
  const [first] = useState(() => drawable(view, toInput(view, shown((broughtField(view.name) ? session.drawn() : session.view()).sync, view.name), locale)))
  const tell = (chosen: string[]) => {
    session.typed(view.name, fromInput(view, chosen, locale))
    session.flush()
  }
  useEffect(() => {
    // Chosen before the script was there, or restored before this woke up.
    const already = root.current ? chosenIn(root.current) : first
    const now = drawable(view, toInput(view, shown(session.view().sync, view.name), locale))
    if (!same(already, first) && !same(already, now)) session.typed(view.name, fromInput(view, already, locale))
    else if (root.current) chooseIn(root.current, now)
    return session.wake(view.name, (value) => root.current && chooseIn(root.current, drawable(view, toInput(view, value, locale))))
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
