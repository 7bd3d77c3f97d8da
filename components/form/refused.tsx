'use client'
import { useEffect, useRef } from 'react'
import { ErrorSummary } from '#components/form/action-form.tsx'
import type { FormState } from '#lib/domain/form-state.ts'
import { formWords } from '#lib/i18n/form-words.ts'
import type { Locale } from '#lib/i18n/locale.ts'

/** Why a form was refused, with the focus on it; brings its words along. */
export default function Refused({ id, state, locale }: { id: string; state: FormState & { status: 'refused' }; locale: Locale }) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status === 'refused') summary.current?.focus()
  }, [state])
  return <ErrorSummary ref={summary} id={id} state={state} words={formWords[locale]} />
}
