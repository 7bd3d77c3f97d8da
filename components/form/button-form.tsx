'use client'
import { lazy, Suspense, useActionState } from 'react'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Locale } from '#lib/i18n/locale.ts'

const Refused = lazy(() => import('#components/form/refused.tsx'))

type Props = Pick<ActionFormProps, 'id' | 'action'> & { locale: Locale; submit: string; pending: string }

/** A form of nothing but a quiet button, as every page of somebody has one. The words of refusals, which are many, come when there is one. */
export function ButtonForm({ id, action, locale, submit, pending }: Props) {
  const [state, send, isPending] = useActionState(action, { status: 'new' })
  return (
    <form id={id} action={send} onSubmit={(event) => isPending && event.preventDefault()} noValidate>
      {state.status === 'refused' && <Suspense><Refused id={id} state={state} locale={locale} /></Suspense>}
      <Button type="submit" tone="quiet" aria-disabled={isPending}>
        {submit}
        {isPending && <span className="sr-only">{pending}</span>}
      </Button>
    </form>
  )
}
