import type { ComponentProps, ReactNode } from 'react'

export const inputClass = 'min-h-11 w-full rounded-sm border border-edge bg-paper px-3 py-2 text-ink hover:border-ink'

type Shared = { id: string; label: ReactNode; hint?: ReactNode; className?: string }

/** A label, its hint and whatever control is given, tied together by `id`. */
function Field({ id, label, hint, className = '', children }: Shared & { children: ReactNode }) {
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-small font-semibold">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-small text-soft">
          {hint}
        </p>
      )}
    </div>
  )
}

/** A one-line input of a GET form. */
export function InputField({ id, label, hint, className, ...input }: Shared & Omit<ComponentProps<'input'>, 'id'>) {
  return (
    <Field id={id} label={label} hint={hint} className={className ?? ''}>
      <input {...input} id={id} aria-describedby={hint ? `${id}-hint` : undefined} className={inputClass} />
    </Field>
  )
}

/** A choice among few, the first option usually meaning "any". */
export function SelectField({
  id,
  label,
  hint,
  className,
  options,
  ...select
}: Shared & Omit<ComponentProps<'select'>, 'id' | 'children'> & { options: readonly { value: string; label: string }[] }) {
  return (
    <Field id={id} label={label} hint={hint} className={className ?? ''}>
      <select {...select} id={id} aria-describedby={hint ? `${id}-hint` : undefined} className={inputClass}>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Choices that belong together, under one name. */
export function ChoiceGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-1 text-small font-semibold">{label}</legend>
      {children}
    </fieldset>
  )
}

/** A box to tick, or one choice among several with `type="radio"`; the whole line can be pressed. */
export function CheckField({ id, label, type = 'checkbox', ...input }: { id: string; label: ReactNode } & Omit<ComponentProps<'input'>, 'id'>) {
  return (
    <label htmlFor={id} className="flex min-h-9 items-center gap-2.5 pointer-coarse:min-h-11">
      <input {...input} id={id} type={type} className="size-[1.15rem] shrink-0" />
      {label}
    </label>
  )
}
