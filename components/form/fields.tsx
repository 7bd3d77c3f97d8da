'use client'
import type { ComponentProps, ReactNode } from 'react'
import { inputClass } from '#components/ui/field.tsx'
import { useField } from '#components/form/form-state.ts'

type Shared = { name: string; label: ReactNode; hint?: ReactNode; optional?: boolean }

const wrong = 'border-rupture border-2'

/** A label, a control, a hint and, when there is one, the fault: announced with the control. */
function Framed({ id, label, hint, error, optional, children }: Omit<Shared, 'name' | 'optional'> & { id: string; error: string | undefined; optional: string | false; children: ReactNode }) {
  return (
    <div className="max-w-measure">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
        {optional && <span className="font-normal text-soft"> ({optional})</span>}
      </label>
      {error && (
        <p id={`${id}-error`} className="mb-1 font-semibold text-rupture-ink">
          {error}
        </p>
      )}
      {children}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-small text-soft">
          {hint}
        </p>
      )}
    </div>
  )
}

function describedBy(id: string, error: unknown, hint: unknown): string | undefined {
  return [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
}

/** One line of text. */
export function TextField({ name, label, hint, optional = false, defaultValue, className = '', ...input }: Shared & Omit<ComponentProps<'input'>, 'id' | 'name'>) {
  const field = useField(name)
  return (
    <Framed id={field.id} label={label} hint={hint} error={field.error} optional={optional && field.optional}>
      <input
        {...input}
        id={field.id}
        name={name}
        defaultValue={field.typed ?? defaultValue}
        required={!optional}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field.id, field.error, hint)}
        className={`${inputClass} ${field.error ? wrong : ''} ${className}`}
      />
    </Framed>
  )
}

/** Several lines of text. */
export function AreaField({ name, label, hint, optional = false, defaultValue, rows = 4, className = '', ...area }: Shared & Omit<ComponentProps<'textarea'>, 'id' | 'name'>) {
  const field = useField(name)
  return (
    <Framed id={field.id} label={label} hint={hint} error={field.error} optional={optional && field.optional}>
      <textarea
        {...area}
        id={field.id}
        name={name}
        rows={rows}
        defaultValue={field.typed ?? defaultValue}
        required={!optional}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field.id, field.error, hint)}
        className={`${inputClass} ${field.error ? wrong : ''} ${className}`}
      />
    </Framed>
  )
}

/** A box to tick, whose whole line can be pressed; sends `value`, "yes" unless said otherwise. */
export function TickField({ name, label, value = 'yes', ticked = false, className = '' }: { name: string; label: ReactNode; value?: string; ticked?: boolean; className?: string }) {
  const field = useField(name)
  const isTicked = field.typed === undefined ? ticked : field.typed === value
  return (
    <label htmlFor={field.id} className={`flex min-h-9 items-start gap-2.5 py-1 pointer-coarse:min-h-11 ${className}`}>
      <input key={String(isTicked)} type="checkbox" id={field.id} name={name} value={value} defaultChecked={isTicked} className="mt-1 size-[1.15rem] shrink-0" />
      <span>{label}</span>
    </label>
  )
}

/** The fault of a group of controls, said at its head; the summary leads here. */
export function FaultLine({ name }: { name: string }) {
  const field = useField(name)
  return field.error ? <p id={field.id} tabIndex={-1} className="mb-1 font-semibold text-rupture-ink">{field.error}</p> : null
}

/** One choice among few. */
export function ChoiceField({ name, label, hint, options, defaultValue, taken }: Shared & { options: readonly { value: string; label: string }[]; defaultValue?: string; /** Chosen for the person since the form was last sent. */ taken?: string | undefined }) {
  const field = useField(name)
  const value = taken ?? field.typed ?? defaultValue
  return (
    <Framed id={field.id} label={label} hint={hint} error={field.error} optional={false}>
      {/* React resets a select to its first option after an action; another key makes a new one with the choice kept. */}
      <select
        key={value}
        id={field.id}
        name={name}
        defaultValue={value}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field.id, field.error, hint)}
        className={`${inputClass} ${field.error ? wrong : ''}`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Framed>
  )
}

/** A box to tick before something that cannot be undone. */
export function ConfirmField({ name, label }: { name: string; label: ReactNode }) {
  const field = useField(name)
  return (
    <div className="max-w-measure">
      {field.error && (
        <p id={`${field.id}-error`} className="mb-1 font-semibold text-rupture-ink">
          {field.error}
        </p>
      )}
      <label htmlFor={field.id} className="flex min-h-11 items-start gap-3 py-2">
        <input
          type="checkbox"
          id={field.id}
          name={name}
          value="yes"
          defaultChecked={field.typed === 'yes'}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field.id, field.error, undefined)}
          className="mt-1 size-5 shrink-0"
        />
        <span>{label}</span>
      </label>
    </div>
  )
}

/** What the form carries without showing it. The verb trusts it no more than what is typed. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}
