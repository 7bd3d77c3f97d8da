'use client'
import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from 'react'
import type { ClaimableMetric, ClaimableRupture, ClaimWords } from '#components/claim/claimable.ts'
import type { DraftSession, View } from '#components/draft/draft-session.ts'
import type { FileView, FileWords } from '#components/file/file-field.tsx'
import { isEditable, same, type Sync } from '#lib/domain/draft-sync.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import type { Messages } from '#lib/i18n/messages.ts'

/** The sentences of the editor, by code, with names in braces for what is filled in. */
export type EditorWords = Messages['draft']['editor']
/** Those of whatever is saved while it is written. */
export type SavingWords = Pick<EditorWords, 'state' | 'alert' | 'device' | 'field' | 'clash' | 'faults'>

/** What only an application has besides its fields. */
export type DraftParts = {
  words: Pick<EditorWords, 'sections' | 'deadline' | 'files' | 'claim'>
  files: readonly FileView[]
  fileWords: FileWords
  setFiles: (questionId: string | null, files: readonly FileView[], draftVersion: number | null) => void
  claims: { ruptures: readonly ClaimableRupture[]; metrics: readonly ClaimableMetric[]; words: ClaimWords }
}

export type Editor = {
  session: DraftSession
  words: SavingWords
  locale: Locale
  parts?: DraftParts
}

export const EditorContext = createContext<Editor | null>(null)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('A field that is saved stands in its editor.')
  return editor
}

export function useDraftParts(): DraftParts {
  const { parts } = useEditor()
  if (!parts) throw new Error('A part of an application stands in its editor.')
  return parts
}

/** A part of what the session shows; only a part that changed draws anew. */
export function useView<T>(select: (view: View) => T): T {
  const { session } = useEditor()
  return useSelected(session, session.subscribe, select)
}

/** Where one field stands; woken by nothing that happens in others. */
export function useField(name: string): FieldState {
  const { session } = useEditor()
  const subscribe = useCallback((listener: () => void) => session.subscribeField(name, listener), [session, name])
  return useSelected(session, subscribe, ({ sync }) => fieldState(sync, name))
}

function useSelected<T>(session: DraftSession, subscribe: (listener: () => void) => () => void, select: (view: View) => T): T {
  const last = useRef<{ value: T } | null>(null)
  const read = (view: View) => {
    const value = select(view)
    if (last.current && same(last.current.value, value)) return last.current.value
    last.current = { value }
    return value
  }
  return useSyncExternalStore(subscribe, () => read(session.view()), () => read(session.drawn()))
}

export type FieldState = { isClash: boolean; isEditable: boolean; isEdited: boolean; faults: string[] }

function fieldState(sync: Sync, name: string): FieldState {
  const edit = sync.edits.get(name)
  return {
    isClash: edit !== undefined && !same(edit.base, sync.held[name]),
    isEditable: isEditable(sync, name),
    isEdited: edit !== undefined,
    faults: (sync.faults.get(name) ?? []).map(({ code }) => code),
  }
}

/** "Mots : {count} sur {most}" with its names filled in. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Leads to a field: to its control, or the first of several. */
export function focusField(anchor: string): void {
  const found = document.getElementById(anchor)
  const control = found?.matches('fieldset') ? found.querySelector<HTMLElement>('input:not(:disabled), select, textarea, button') : found
  found?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}
