'use client'
import type { ReactNode } from 'react'
import { FieldClash } from '#components/draft/clash-panel.tsx'
import { type FieldState, useEditor } from '#components/draft/editor-context.ts'
import type { FieldView } from '#components/draft/field-view.ts'
import { fieldAnchor } from '#lib/domain/field-name.ts'

type Props = { view: FieldView; state: FieldState; children: ReactNode }

/** A label, what helps to answer, the control, what is wrong with it, and where there are two versions, both. */
export function FieldFrame({ view, state, children }: Props) {
  const id = fieldAnchor(view.name)
  return (
    <div className="draft-field max-w-measure">
      <label htmlFor={id} className="block font-semibold"><FieldLabel view={view} /></label>
      <FieldHelp view={view} />
      {children}
      <FieldNotes view={view} state={state} />
    </div>
  )
}

/** The same around several controls that make one answer. */
export function GroupFrame({ view, state, children }: Props) {
  return (
    <fieldset id={fieldAnchor(view.name)} className="draft-field max-w-measure" aria-describedby={describedBy(view, state)}>
      <legend className="font-semibold"><FieldLabel view={view} /></legend>
      <FieldHelp view={view} />
      {children}
      <FieldNotes view={view} state={state} />
    </fieldset>
  )
}

function FieldLabel({ view }: { view: FieldView }) {
  const { words } = useEditor()
  return (
    <>
      {view.label} <span className="text-small font-normal text-soft">({view.isRequired ? words.field.required : words.field.optional})</span>
    </>
  )
}

function FieldHelp({ view }: { view: FieldView }) {
  return view.help ? <p id={`${fieldAnchor(view.name)}-help`} className="mb-1.5 mt-0.5 whitespace-pre-line text-small text-soft">{view.help}</p> : <div className="h-1.5" />
}

/** What a control is described by, for those who hear it. */
export function describedBy(view: FieldView, { faults, isEditable }: FieldState): string | undefined {
  const id = fieldAnchor(view.name)
  return [view.help && `${id}-help`, view.limit && `${id}-count`, (faults.length > 0 || !isEditable) && `${id}-note`].filter(Boolean).join(' ') || undefined
}

function FieldNotes({ view, state }: { view: FieldView; state: FieldState }) {
  const { words } = useEditor()
  const id = fieldAnchor(view.name)
  const faults = words.faults as Readonly<Record<string, string>>
  return (
    <>
      <div id={`${id}-note`}>
        {state.faults.map((code) => (
          <p key={code} className="mt-1 font-semibold text-rupture-ink">{faults[view.control === 'number' && code === 'invalid_type' ? 'number' : code] ?? words.faults.unfit}</p>
        ))}
        {!state.isEditable && state.isEdited && <p className="mt-1 font-semibold text-rupture-ink">{words.field.notSaved}</p>}
        {!state.isEditable && !state.isEdited && <p className="sr-only">{words.field.readOnly}</p>}
      </div>
      <FieldClash view={view} isClash={state.isClash} />
    </>
  )
}
