'use client'
import { useContext, type ReactNode } from 'react'
import { TextField, TickField } from '#components/form/fields.tsx'
import { FormContext } from '#components/form/form-state.ts'

type Props = {
  /** `phases.0`: what the names of its fields begin with. */
  name: string
  legend: ReactNode
  /** A row that is there already, which may be taken away and, where places count, moved. */
  id?: string | undefined
  rank?: number
  words: { remove: string; rank: string }
  /** Folded under its legend, unless something in it is at fault. */
  folded?: boolean
  children: ReactNode
}

/** One row of a list in a form. Works without script: a row left blank is no row, a tick takes one away. */
export function RowFrame({ name, legend, id, rank, words, folded, children }: Props) {
  const state = useContext(FormContext)?.state
  const atFault = state?.status === 'refused' && state.faults.some(({ path }) => path.startsWith(`${name}.`))
  const inside = (
    <div className="space-y-4">
      {id && <input type="hidden" name={`${name}.id`} value={id} />}
      {children}
      {id && (
        <div className="flex flex-wrap items-end gap-x-8 gap-y-2">
          {rank !== undefined && <TextField name={`${name}.rank`} type="number" inputMode="numeric" min={1} label={words.rank} defaultValue={rank} className="max-w-24 tabular-nums" />}
          <TickField name={`${name}.remove`} label={words.remove} />
        </div>
      )}
    </div>
  )
  if (folded) {
    return (
      <details open={atFault || undefined} className="border-t border-rule">
        <summary className="min-h-11 py-2.5 font-semibold">{legend}</summary>
        <div className="pb-6 ps-4">{inside}</div>
      </details>
    )
  }
  return (
    <fieldset className="border-t border-rule pt-4">
      <legend className="float-start mb-3 w-full font-semibold">{legend}</legend>
      <div className="clear-both pb-4">{inside}</div>
    </fieldset>
  )
}
