'use client'
import { createContext, useContext } from 'react'
import type { FormState } from '#lib/domain/form-state.ts'
import type { FormWords } from '#lib/i18n/form-words.ts'

type Known = { id: string; state: FormState; words: FormWords }

export const FormContext = createContext<Known | null>(null)

/** The sentence for a fault: a code of its own first, then what the field expects, then what the code means. */
export function sentenceOf({ path, code, column = '' }: { path: string; code: string; column?: string }, { faults, fields }: FormWords): string {
  const general = new Set(['too_small', 'too_big', 'invalid_format', 'invalid_type', 'custom', 'invalid_value', 'invalid_union'])
  return ((general.has(code) ? fields[path] : undefined) ?? faults[code] ?? faults.custom ?? code).replace('{column}', () => column)
}

/** What a control called `name` needs: its id, its fault, and what was typed before. */
export function useField(name: string): { id: string; error: string | undefined; typed: string | undefined; sent: boolean; optional: string } {
  const form = useContext(FormContext)
  if (!form) throw new Error('A field stands in a form.')
  const { id, state, words } = form
  const fault = state.status === 'refused' ? state.faults.find(({ path }) => path === name) : undefined
  return {
    id: `${id}-${name}`,
    error: fault && sentenceOf(fault, words),
    typed: state.status === 'refused' ? (state.values[name] ?? '') : undefined,
    sent: state.status === 'refused',
    optional: words.optional,
  }
}
