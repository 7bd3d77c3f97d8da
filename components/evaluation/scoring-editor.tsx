'use client'
import { type FormEvent, useActionState, useEffect, useMemo, useRef, useState } from 'react'
import { AlertPanel } from '#components/draft/alert-panel.tsx'
import { DeviceNote } from '#components/draft/device-note.tsx'
import { DraftSession, type SessionStart } from '#components/draft/draft-session.ts'
import { type Editor, EditorContext, type SavingWords } from '#components/draft/editor-context.ts'
import type { FieldView } from '#components/draft/field-view.ts'
import { StateLine } from '#components/draft/state-line.tsx'
import { CommentField } from '#components/evaluation/comment-field.tsx'
import { evaluationRemote } from '#components/evaluation/evaluation-remote.ts'
import type { GridCriterion, GridWords } from '#components/evaluation/grid-words.ts'
import { LiveTotal } from '#components/evaluation/live-total.tsx'
import { MarkField } from '#components/evaluation/mark-field.tsx'
import { useScoringKeys } from '#components/evaluation/scoring-keys.ts'
import { SubmitSection } from '#components/evaluation/submit-section.tsx'
import { type Notice, useSubmission } from '#components/evaluation/use-submission.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import { fieldsSent } from '#lib/domain/evaluation-marks.ts'
import { localisedHref } from '#lib/i18n/address.ts'
import type { Locale } from '#lib/i18n/locale.ts'

export type ScoringEditorProps = {
  start: SessionStart & { id: string }
  locale: Locale
  words: SavingWords
  grid: GridWords
  criteria: readonly GridCriterion[]
  comments: readonly FieldView[]
  showsColleagues: boolean
  /** What waits after it; null when nothing does. */
  nextId: string | null
  /** Without script, the same is done by a form. */
  write: (state: FormState, form: FormData) => Promise<FormState>
}

/** The grid: saved while it is filled in, its state always in view; one key a mark. */
export function ScoringEditor({ start, locale, words, grid, criteria, comments, showsColleagues, nextId, write }: ScoringEditorProps) {
  const [sent, action] = useActionState(write, { status: 'new' })
  const [session] = useState(() => {
    const made = new DraftSession(start, evaluationRemote)
    // What a browser without script sent and was refused is still there.
    if (sent.status === 'refused') for (const [field, value] of Object.entries(fieldsSent(sent.values))) made.typed(field, value)
    return made
  })
  const form = useRef<HTMLFormElement>(null)
  const editor = useMemo<Editor>(() => ({ session, words, locale }), [session, words, locale])
  const current = useScoringKeys(form)
  const { notice, isSending, submit } = useSubmission(session, start.id, criteria)
  useEffect(() => {
    session.start()
    return () => session.stop()
  }, [session])
  const pathOf = (id: string) => localisedHref(`/scoring/evaluations/${id}`, locale)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    void submit(submitter?.dataset.next !== undefined && nextId !== null ? pathOf(nextId) : pathOf(start.id))
  }
  const told = notice ?? noticeOf(sent)
  return (
    <EditorContext value={editor}>
      <div className="sticky top-0 z-20 border-b border-rule bg-paper" data-editor-bar>
        <div className="flex min-h-12 items-center py-1 text-small"><StateLine isReader={false} /></div>
        <AlertPanel />
      </div>
      <form ref={form} action={action} onSubmit={onSubmit} noValidate autoComplete="off" className="mt-4 space-y-7">
        <input type="hidden" name="evaluationId" value={start.id} />
        <input type="hidden" name="version" value={sent.status === 'refused' ? (sent.version ?? start.version) : start.version} />
        <input type="hidden" name="nextId" value={nextId ?? ''} />
        <DeviceNote />
        {criteria.map((criterion) => <MarkField key={criterion.id} criterion={criterion} isCurrent={current === criterion.id} words={grid} />)}
        <LiveTotal criteria={criteria} words={grid} />
        {comments.map((view) => <CommentField key={view.name} view={view} criteria={criteria} />)}
        <SubmitSection notice={told} isSending={isSending} criteria={criteria} words={grid} hasNext={nextId !== null} showsColleagues={showsColleagues} />
        <details className="no-print text-small">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-soft underline underline-offset-4">{grid.grid.keys}</summary>
          <p className="text-soft">{grid.grid.keysText}</p>
        </details>
      </form>
    </EditorContext>
  )
}

/** What a form sent without script came to. */
function noticeOf(sent: FormState): Notice | null {
  if (sent.status === 'new') return null
  if (sent.status === 'done') return { kind: 'saved', gaps: [] }
  const kinds: Readonly<Record<string, Notice['kind']>> = { invalid: 'gaps', conflict: 'changed', closed: 'closed', 'not-found': 'closed' }
  return { kind: kinds[sent.code] ?? 'refused', gaps: sent.faults.map(({ path, code }) => ({ field: path, code })) }
}
