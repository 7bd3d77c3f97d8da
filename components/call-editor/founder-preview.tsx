'use client'
import { useMemo, useState } from 'react'
import { DraftSession } from '#components/draft/draft-session.ts'
import { type DraftParts, type Editor, EditorContext, type EditorWords } from '#components/draft/editor-context.ts'
import { EditorSections } from '#components/draft/editor-sections.tsx'
import type { FieldView } from '#components/draft/field-view.ts'
import { type Section, sections } from '#lib/domain/application.ts'
import type { Content } from '#lib/domain/draft.ts'
import type { Question } from '#lib/domain/question.ts'
import type { Locale } from '#lib/i18n/locale.ts'

type Props = Pick<DraftParts, 'fileWords' | 'claims'> & {
  words: EditorWords
  slug: string
  content: Content
  now: string
  locale: Locale
  views: readonly FieldView[]
  questions: readonly Question[]
  titles: Readonly<Record<Section, string>>
}

const lost = () => Promise.resolve({ kind: 'network' as const })
const nowhere = { save: lost, read: lost }

/** The very editor a founder writes in, filled with samples. Its session is never started: what is typed goes nowhere. */
export function FounderPreview({ slug, content, now, words, fileWords, claims, locale, views, questions, titles }: Props) {
  const [session] = useState(() => new DraftSession({ person: '', place: slug, id: null, version: 0, savedAt: null, content, editable: 'all', now, closesAt: now }, nowhere))
  const editor = useMemo<Editor>(() => ({ session, words, locale, parts: { words, fileWords, claims, files: [], setFiles: () => {} } }), [session, words, fileWords, locale, claims])
  const parts = sections.filter((section) => views.some((view) => view.section === section))
  return (
    <EditorContext value={editor}>
      <EditorSections parts={parts} titles={titles} views={views} questions={questions} />
    </EditorContext>
  )
}
