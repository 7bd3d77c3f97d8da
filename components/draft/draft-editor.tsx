'use client'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { AlertPanel } from '#components/draft/alert-panel.tsx'
import { DeadlineLine } from '#components/draft/deadline-line.tsx'
import { DeviceNote } from '#components/draft/device-note.tsx'
import { draftRemote, type DraftStart, placeOf } from '#components/draft/draft-remote.ts'
import { DraftSession } from '#components/draft/draft-session.ts'
import { type DraftParts, type Editor, EditorContext, type EditorWords, focusField } from '#components/draft/editor-context.ts'
import { EditorSections } from '#components/draft/editor-sections.tsx'
import type { FieldView } from '#components/draft/field-view.ts'
import { ReviewLink } from '#components/draft/review-link.tsx'
import { type Progress, SectionRail } from '#components/draft/section-rail.tsx'
import { StateLine } from '#components/draft/state-line.tsx'
import type { FileView } from '#components/file/file-field.tsx'
import type { Section } from '#lib/domain/application.ts'
import { fieldAnchor } from '#lib/domain/field-name.ts'
import type { Question } from '#lib/domain/question.ts'
import type { Locale } from '#lib/i18n/locale.ts'

/** What the form consists of, in the reader's language. */
export type EditorForm = Pick<DraftParts, 'fileWords' | 'claims'> & {
  words: EditorWords
  views: readonly FieldView[]
  /** Without their words, which are in `views`: for what depends on answers. */
  questions: readonly Question[]
}

export type DraftEditorProps = {
  start: DraftStart
  locale: Locale
  /** An `EditorForm` as JSON: React takes what it is handed apart value by value, for longer than a phone takes to draw a field. */
  form: string
  /** The parts that have a field, in order. */
  parts: readonly Section[]
  titles: Readonly<Record<Section, string>>
  files: readonly FileView[]
  progress: Progress
  lastField: string | null
  isReader: boolean
  reviewWords: { do: string; read: string }
  /** Stands above the form, beside its parts. */
  children: ReactNode
}

/** The editor of a draft: saved while typed, its state always in view. The form is drawn once; keys draw nothing but their own field. */
export function DraftEditor({ start, locale, form, parts, titles, files: given, progress, lastField, isReader, reviewWords, children }: DraftEditorProps) {
  const { words, fileWords, claims, views, questions } = useMemo(() => JSON.parse(form) as EditorForm, [form])
  const [session] = useState(() => new DraftSession({ ...start, place: placeOf(start) }, draftRemote(start)))
  const [files, keepFiles] = useState(given)
  const setFiles = useCallback((questionId: string | null, own: readonly FileView[], draftVersion: number | null) => {
    keepFiles((all) => [...all.filter((file) => file.questionId !== questionId), ...own])
    if (draftVersion !== null) session.raised(draftVersion)
  }, [session])
  const editor = useMemo<Editor>(() => ({ session, words, locale, parts: { words, fileWords, claims, files, setFiles } }), [session, words, fileWords, locale, claims, files, setFiles])
  const counts = useMemo(() => Object.fromEntries([...Map.groupBy(files, ({ questionId }) => questionId ?? '')].map(([id, each]) => [id, each.length])), [files])
  const sectionOfField = useCallback((field: string) => views.find(({ name }) => name === field)?.section ?? undefined, [views])
  useEffect(() => {
    session.start()
    return () => session.stop()
  }, [session])
  useEffect(() => {
    const wanted = location.hash.slice(1) || (lastField ? fieldAnchor(lastField) : '')
    // Whoever writes in a field already, before the script was there, stays in it.
    const written = document.activeElement?.closest('.draft-field')
    if (wanted !== '' && !(written && !written.contains(document.getElementById(wanted)))) focusField(wanted)
  }, [lastField])
  return (
    <EditorContext value={editor}>
      <div className="sticky top-0 z-20 -mx-4 border-b border-rule bg-paper px-4 sm:-mx-6 sm:px-6 lg:-mx-8 lg:px-8" data-editor-bar>
        <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 py-1 text-small">
          <StateLine isReader={isReader} />
          <DeadlineLine now={start.now} />
        </div>
        <AlertPanel />
      </div>
      <div className="mt-8 gap-12 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
        <div className="no-print mb-10 lg:sticky lg:top-20 lg:mb-0 lg:self-start">
          <SectionRail titles={titles} shown={parts} questions={questions} files={counts} sectionOfField={sectionOfField} initial={progress} />
          <ReviewLink words={reviewWords} isReader={isReader} />
        </div>
        <div className="min-w-0">
          {children}
          <DeviceNote />
          <EditorSections parts={parts} titles={titles} views={views} questions={questions} />
          <ReviewLink words={reviewWords} isReader={isReader} />
        </div>
      </div>
    </EditorContext>
  )
}
