'use client'
import { useActionState, useEffect, useRef, type ReactNode } from 'react'
import { ErrorSummary } from '#components/form/action-form.tsx'
import { FormContext, type FormWords } from '#components/form/form-state.ts'
import type { FormState } from '#lib/domain/form-state.ts'

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; words: FormWords; bar: ReactNode; children: ReactNode }

/**
 * The form around the table: what is chosen in it, and the bar of deeds above it, each a button that says which. After a
 * refusal the summary takes the focus, and what was chosen and typed is still there.
 */
export function ScreeningForm({ action, words, bar, children }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'new' })
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status === 'refused') summary.current?.focus()
  }, [state])
  return (
    <form id="screening" action={send} onSubmit={(event) => pending && event.preventDefault()} noValidate aria-busy={pending}>
      <FormContext value={{ id: 'screening', state, words }}>
        {state.status === 'refused' && <ErrorSummary ref={summary} id="screening" state={state} words={words} />}
        {bar}
        {children}
      </FormContext>
    </form>
  )
}
