'use client'
import { startTransition, useActionState, useEffect, useLayoutEffect, useRef, type ReactNode, type SubmitEvent } from 'react'
import { ErrorSummary } from '#components/form/action-form.tsx'
import { FormContext } from '#components/form/form-state.ts'
import { Button } from '#components/ui/button.tsx'
import type { ScreeningState } from '#lib/domain/screening.ts'
import { formWords } from '#lib/i18n/form-words.ts'
import type { Locale } from '#lib/i18n/locale.ts'

export type ScreeningAction = (state: ScreeningState, form: FormData) => Promise<ScreeningState>
type Props = { action: ScreeningAction; told: ScreeningState; locale: Locale; undo: string; fields: ReactNode; bar: ReactNode; children: ReactNode }

/**
 * The form around the table: what is chosen in it, and the bar of deeds above it, each a button that says which. What was
 * done is told above, with the way back. After a refusal the summary takes the focus, and what was chosen and typed is
 * still there. It is sent by hand, for React would clear it at a moment of its own.
 */
export function ScreeningForm({ action, told, locale, undo, fields, bar, children }: Props) {
  const words = formWords[locale]
  const [state, send, pending] = useActionState(action, told)
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status === 'refused') summary.current?.focus()
  }, [state])
  useLayoutEffect(() => {
    if (state.status !== 'done' || state === told) return
    form.current?.reset()
    for (const opened of form.current?.querySelectorAll('details[open]') ?? []) opened.removeAttribute('open')
  }, [state, told])
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const filled = new FormData(event.currentTarget, (event.nativeEvent as globalThis.SubmitEvent).submitter)
    startTransition(() => send(filled))
  }
  return (
    <>
      <div role="status">
        {state.status === 'done' && (
          <form action={send} onSubmit={submit} className="mb-2 flex flex-wrap items-center gap-x-4 border-s-4 border-bridge bg-wash px-4">
            <p className="py-2 font-semibold">{state.said}</p>
            {state.undo !== null && (
              <>
                {fields}
                <input type="hidden" name="batchId" value={state.undo} />
                <Button type="submit" name="deed" value="undo" tone="quiet">{undo}</Button>
              </>
            )}
          </form>
        )}
      </div>
      <form ref={form} id="screening" action={send} onSubmit={submit} noValidate aria-busy={pending}>
        <FormContext value={{ id: 'screening', state: state.status === 'done' ? { status: 'new' } : state, words }}>
          {state.status === 'refused' && <ErrorSummary ref={summary} id="screening" state={state} words={words} />}
          {fields}
          {bar}
          {children}
        </FormContext>
      </form>
    </>
  )
}
