'use client'
import { useEffect, useRef, useState } from 'react'
import { FieldClash } from '#components/draft/clash-panel.tsx'
import { fill, useEditor, useField } from '#components/draft/editor-context.ts'
import type { FieldView } from '#components/draft/field-view.ts'
import type { GridCriterion, GridWords } from '#components/evaluation/grid-words.ts'
import { OwnMarks } from '#components/evaluation/own-marks.tsx'
import { shown } from '#lib/domain/draft-sync.ts'
import { notApplicable, type WrittenMark } from '#lib/domain/evaluation-marks.ts'
import { fieldAnchor } from '#lib/domain/field-name.ts'

/** A mark as its button carries it, and back. */
const toValue = (mark: unknown) => (mark === null || mark === undefined ? '' : String(mark))
const fromValue = (value: string): WrittenMark => (value === '' ? null : value === notApplicable ? notApplicable : Number(value))

function choose(root: HTMLElement, value: string): void {
  for (const button of root.querySelectorAll('input')) button.checked = button.value === value
}

/** One criterion: its five marks, each with the sentence behind it, always in view. */
export function MarkField({ criterion, isCurrent, words }: { criterion: GridCriterion; isCurrent: boolean; words: GridWords }) {
  const { session, words: saving } = useEditor()
  const { field, name, weight, anchors, guidance, mayBeNotApplicable } = criterion
  const state = useField(field)
  const root = useRef<HTMLFieldSetElement>(null)
  const [first] = useState(() => toValue(shown(session.view().sync, field)))
  const give = (value: string) => {
    session.typed(field, fromValue(value))
    session.flush()
  }
  useEffect(() => {
    // Chosen before the script was there.
    const already = root.current?.querySelector<HTMLInputElement>('input:checked')?.value ?? ''
    if (already !== first) session.typed(field, fromValue(already))
    return session.onTaken((taken, value) => taken === field && root.current && choose(root.current, toValue(value)))
  }, [session, field, first])
  const view: FieldView = { name: field, control: 'mark', section: null, label: name, help: null, isRequired: true, limit: null, options: [{ id: notApplicable, label: words.grid.notApplicable }], unit: null, least: null, most: null }
  const levels = [...anchors.map((text, index) => ({ value: String(index + 1), mark: String(index + 1), text })), ...(mayBeNotApplicable ? [{ value: notApplicable, mark: '–', text: words.grid.notApplicable }] : [])]
  return (
    <fieldset ref={root} id={fieldAnchor(field)} data-criterion={criterion.id} data-current={isCurrent} className="draft-field border-s-4 border-transparent ps-3 data-[current=true]:border-line">
      <legend className="float-left w-full font-semibold">
        {name} <span className="text-small font-normal text-soft">({fill(words.grid.weight, { weight })})</span>
      </legend>
      <div className="clear-both">
        {guidance && <p className="text-small text-soft">{guidance}</p>}
        <div className="mt-1">
          {levels.map(({ value, mark, text }) => (
            <label key={value} className="mark-level grid min-h-11 cursor-pointer content-center grid-cols-[1.25rem_1.25rem_minmax(0,1fr)] items-baseline gap-x-2 rounded-sm px-1 py-1.5 text-small leading-snug hover:bg-wash has-checked:bg-wash has-checked:font-semibold">
              <input type="radio" name={field} value={value} defaultChecked={first === value} disabled={!state.isEditable} onChange={() => give(value)} autoComplete="off" className="size-[1.15rem] self-center" />
              <span aria-hidden="true" className="font-serif text-h3 font-medium leading-none tabular-nums text-line">{mark}</span>
              <span>{value !== notApplicable && <span className="sr-only">{fill(words.grid.level, { mark })}. </span>}{text}</span>
            </label>
          ))}
        </div>
        {state.faults.length > 0 && <p className="mt-1 font-semibold text-rupture-ink">{saving.faults.unfit}</p>}
        <FieldClash view={view} isClash={state.isClash} />
        <OwnMarks criterion={criterion} words={words} />
      </div>
    </fieldset>
  )
}
