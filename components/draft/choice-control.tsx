'use client'
import { useEffect, useState } from 'react'
import { type FieldState, useEditor } from '#components/draft/editor-context.ts'
import { describedBy } from '#components/draft/field-frame.tsx'
import { fromInput, toInput } from '#components/draft/field-value.ts'
import type { FieldView } from '#components/draft/field-view.ts'
import { Button } from '#components/ui/button.tsx'
import { inputClass } from '#components/ui/field.tsx'
import { same, shown } from '#lib/domain/draft-sync.ts'
import { fieldAnchor } from '#lib/domain/field-anchor.ts'

type Props = { view: FieldView; state: FieldState }

/** What every choice does: draws what is held, tells what is chosen, follows what comes from elsewhere. */
function useChoice(view: FieldView) {
  const { form, session, locale } = useEditor()
  const [first] = useState(() => toInput(view, shown(session.view().sync, view.name), locale))
  const field = form.register(view.name, {
    onChange: () => {
      session.typed(view.name, fromInput(view, form.getValues(view.name), locale))
      session.flush()
    },
  })
  useEffect(() => {
    const chosenBefore = fromInput(view, form.getValues(view.name), locale)
    if (!same(chosenBefore, fromInput(view, first, locale))) session.typed(view.name, chosenBefore)
    return session.onTaken((name, value) => name === view.name && form.setValue(view.name, toInput(view, value, locale)))
  }, [form, session, view, locale, first])
  return { first, field }
}

/** One or several of a few, each with room to press. */
export function BoxesControl({ view, state }: Props) {
  const { form, session, words } = useEditor()
  const { first, field } = useChoice(view)
  const id = fieldAnchor(view.name)
  const type = view.control === 'choices' ? 'checkbox' : 'radio'
  const options = view.control === 'yes-no' ? [{ id: 'yes', label: words.field.yes }, { id: 'no', label: words.field.no }] : view.options
  const clear = () => {
    form.setValue(view.name, '')
    session.typed(view.name, null)
    session.flush()
  }
  return (
    <div className="mt-1">
      {options.map((option, index) => (
        <label key={option.id} htmlFor={`${id}-${index}`} className="flex min-h-11 items-start gap-3 py-2">
          <input
            {...field}
            id={`${id}-${index}`}
            type={type}
            value={option.id}
            defaultChecked={[first].flat().includes(option.id)}
            disabled={!state.isEditable}
            autoComplete="off"
            className="mt-1 size-[1.15rem] shrink-0"
          />
          <span>
            {option.label}
            {'about' in option && option.about && <span className="block text-small text-soft">{option.about}</span>}
          </span>
        </label>
      ))}
      {type === 'radio' && !view.isRequired && state.isEditable && <Button tone="quiet" className="-ms-2" onClick={clear}>{words.field.clear}</Button>}
    </div>
  )
}

/** One of many. */
export function SelectControl({ view, state }: Props) {
  const { words } = useEditor()
  const { first, field } = useChoice(view)
  return (
    <select
      {...field}
      id={fieldAnchor(view.name)}
      defaultValue={String(first)}
      disabled={!state.isEditable}
      required={view.isRequired}
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

/** One box to tick. */
export function ConsentControl({ view, state }: Props) {
  const { session, form, words } = useEditor()
  const [first] = useState(() => shown(session.view().sync, view.name) === true)
  const id = `${fieldAnchor(view.name)}-box`
  const field = form.register(view.name, {
    onChange: () => {
      session.typed(view.name, form.getValues(view.name) === true)
      session.flush()
    },
  })
  useEffect(() => {
    if (form.getValues(view.name) === true && !first) session.typed(view.name, true)
    return session.onTaken((name, value) => name === view.name && form.setValue(view.name, value === true))
  }, [form, session, view, first])
  return (
    <label htmlFor={id} className="flex min-h-11 items-start gap-3 py-2">
      <input {...field} id={id} type="checkbox" defaultChecked={first} disabled={!state.isEditable} autoComplete="off" className="mt-1 size-[1.15rem] shrink-0" />
      <span>{words.field.consent}</span>
    </label>
  )
}
