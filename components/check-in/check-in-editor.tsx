'use client'
import { type FormEvent, useActionState, useEffect, useMemo, useState } from 'react'
import { AskFields } from '#components/check-in/ask-fields.tsx'
import { checkInRemote } from '#components/check-in/check-in-remote.ts'
import { FigureFields } from '#components/check-in/figure-fields.tsx'
import { ProgressFields } from '#components/check-in/progress-fields.tsx'
import type { CheckInViews, CheckInWords } from '#components/check-in/check-in-views.ts'
import { SubmitSection } from '#components/check-in/submit-section.tsx'
import { type Notice, useSubmission } from '#components/check-in/use-submission.ts'
import { AlertPanel } from '#components/draft/alert-panel.tsx'
import { DeviceNote } from '#components/draft/device-note.tsx'
import { DraftSession, type SessionStart } from '#components/draft/draft-session.ts'
import { type Editor, EditorContext, type SavingWords } from '#components/draft/editor-context.ts'
import { StateLine } from '#components/draft/state-line.tsx'
import { checkInSent } from '#lib/domain/check-in-content.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import type { Locale } from '#lib/i18n/locale.ts'

export type WriteCheckIn = (state: FormState, form: FormData) => Promise<FormState>
type Props = { start: SessionStart & { id: string }; programmeId: string; locale: Locale; words: SavingWords; own: CheckInWords; views: CheckInViews; write: WriteCheckIn }

/** One month's check-in: saved while it is filled in, as a draft is, its state always in view. Without script the same is done by a form. */
export function CheckInEditor({ start, programmeId, locale, words, own, views, write }: Props) {
  const [sent, action] = useActionState(write, { status: 'new' })
  const [session] = useState(() => {
    const made = new DraftSession(start, checkInRemote)
    // What a browser without script sent and was refused is still there.
    if (sent.status === 'refused') for (const [field, value] of Object.entries(checkInSent(sent.values, locale))) made.typed(field, value)
    return made
  })
  const editor = useMemo<Editor>(() => ({ session, words, locale }), [session, words, locale])
  const { notice, isSending, submit } = useSubmission(session, start.id, views.names)
  useEffect(() => {
    session.start()
    return () => session.stop()
  }, [session])
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit()
  }
  return (
    <EditorContext value={editor}>
      <div className="sticky top-0 z-20 -mx-4 border-b border-rule bg-paper px-4 sm:-mx-6 sm:px-6 lg:-mx-8 lg:px-8" data-editor-bar>
        <div className="flex min-h-12 items-center py-1 text-small"><StateLine isReader={false} /></div>
        <AlertPanel />
      </div>
      <form action={action} onSubmit={onSubmit} noValidate autoComplete="off" className="mt-8 space-y-12">
        <input type="hidden" name="checkInId" value={start.id} />
        <input type="hidden" name="programmeId" value={programmeId} />
        <input type="hidden" name="language" value={locale} />
        <input type="hidden" name="version" value={sent.status === 'refused' ? (sent.version ?? start.version) : start.version} />
        <DeviceNote />
        <ProgressFields milestones={views.milestones} words={own} isFirst={views.isFirst} />
        <FigureFields figures={views.figures} words={own} />
        <AskFields views={views} words={own} />
        <SubmitSection notice={notice ?? noticeOf(sent)} isSending={isSending} words={own} />
      </form>
    </EditorContext>
  )
}

/** What a form sent without script came to. */
function noticeOf(sent: FormState): Notice | null {
  if (sent.status === 'new') return null
  if (sent.status === 'done') return { kind: 'saved', gaps: [] }
  const kinds: Readonly<Record<string, Notice['kind']>> = { invalid: 'gaps', conflict: 'changed', closed: 'closed', 'not-found': 'closed' }
  return { kind: kinds[sent.code] ?? 'failed', gaps: sent.faults.map(({ path, code }) => ({ field: path, code })) }
}
