'use client'
import { useActionState, useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react'
import { Button, type ButtonTone } from '#components/ui/button.tsx'
import { FormContext, sentenceOf } from '#components/form/form-state.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import { formWords, type FormWords } from '#lib/i18n/form-words.ts'
import type { Locale } from '#lib/i18n/locale.ts'

export type ActionFormProps = {
  id: string
  action: (state: FormState, form: FormData) => Promise<FormState>
  locale: Locale
  submit: ReactNode
  tone?: ButtonTone
  /** The whole name of the button where its words alone do not tell it from its neighbours. */
  submitLabel?: string | undefined
  submitData?: Readonly<Record<`data-${string}`, string>>
  done?: ReactNode
  /** Shows what is there and takes nothing. */
  locked?: boolean
  className?: string
  children?: ReactNode
}

/**
 * A form that a server action answers, with or without script. After a refusal the summary takes the focus, links to
 * the fields at fault, and everything typed is still there.
 */
export function ActionForm({ id, action, locale, submit, tone = 'primary', submitLabel, submitData, done, locked = false, className = 'space-y-5', children }: ActionFormProps) {
  const words = formWords[locale]
  const [state, send, pending] = useActionState(action, { status: 'new' })
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status === 'refused') summary.current?.focus()
  }, [state])
  return (
    <form id={id} action={send} onSubmit={(event) => pending && event.preventDefault()} noValidate className={className}>
      {state.status === 'refused' && <ErrorSummary ref={summary} id={id} state={state} words={words} />}
      {state.status === 'done' && done && (
        <div role="status" className="max-w-measure">
          <p className="font-semibold text-bridge-ink">{done}</p>
          {state.shown !== undefined && <code className="mt-2 block select-all break-all rounded-md bg-wash px-3 py-2">{state.shown}</code>}
        </div>
      )}
      <FormContext value={{ id, state, words }}>{locked ? <fieldset disabled className={className}>{children}</fieldset> : children}</FormContext>
      {!locked && (
        <Button type="submit" tone={tone} aria-label={submitLabel} {...submitData} aria-disabled={pending}>
          {submit}
          {pending && <span className="sr-only">{words.pending}</span>}
        </Button>
      )}
    </form>
  )
}

const never = () => () => {}

/** What labels say on the page, where the browser has them: '' for a control without one, or before the page is there. */
function useLabels(ids: readonly string[]): string[] {
  const read = () => ids.map((id) => document.querySelector(`label[for="${CSS.escape(id)}"]`)?.firstChild?.textContent ?? '').join('\n')
  return useSyncExternalStore(never, read, () => '').split('\n')
}

/** "Clôture : cette heure n’existe pas…": with the field's name once the page is known to the browser. */
function named(label: string | undefined, fault: string, words: FormWords): string {
  return label ? words.named.replace('{label}', label).replace('{fault}', fault) : fault
}

/** What is wrong with a form, above it: takes the focus when asked, and links to the fields at fault. */
export function ErrorSummary({ ref, id, state, words }: { ref: React.Ref<HTMLDivElement>; id: string; state: FormState & { status: 'refused' }; words: FormWords }) {
  const { faults, code, reason, retryAfter = 60 } = state
  const { one, more } = words.errors
  const labels = useLabels(faults.map(({ path }) => `${id}-${path}`))
  // A verb's name, where it is the reason, has a dot; a message's name cannot.
  const sentence = (reason && words.reasons[reason.replace('.', '_')]) ?? words.refusals[code] ?? code
  return (
    <div ref={ref} role="alert" tabIndex={-1} className="max-w-measure border-s-4 border-rupture bg-wash px-4 py-3">
      <p className="font-semibold">{faults.length > 0 ? (faults.length === 1 ? one : more.replace('#', String(faults.length))) : words.refusedTitle}</p>
      {faults.length > 0 ? (
        <ul className="mt-1 list-disc ps-5">
          {faults.map((fault, index) => (
            <li key={`${fault.path} ${fault.code}`}>
              <a href={`#${id}-${fault.path}`}>{named(labels[index], sentenceOf(fault, words), words)}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p>{sentence.replace('{minutes}', String(Math.ceil(retryAfter / 60)))}</p>
      )}
    </div>
  )
}
