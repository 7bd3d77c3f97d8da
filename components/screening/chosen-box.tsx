'use client'
import { useField } from '#components/form/form-state.ts'

/** The box that chooses one row, `ticked` at first or not. What was chosen before a refusal stays so. */
export function ChosenBox({ value, label, ticked = false }: { value: string; label: string; ticked?: boolean }) {
  const { typed } = useField('chosen')
  const wasChosen = typed?.split('\n').includes(value) ?? ticked
  return (
    <label className="reach">
      <input type="checkbox" name="chosen" value={value} defaultChecked={wasChosen} className="size-[1.15rem]" />
      <span className="sr-only">{label}</span>
    </label>
  )
}
