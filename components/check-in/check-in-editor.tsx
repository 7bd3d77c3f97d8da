'use client'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import { AskFields } from '#components/check-in/ask-fields.tsx'
import { checkInRemote } from '#components/check-in/check-in-remote.ts'
import { FigureFields } from '#components/check-in/figure-fields.tsx'
import { ProgressFields } from '#components/check-in/progress-fields.tsx'
import type { CheckInViews, CheckInWords } from '#components/check-in/check-in-views.ts'
import { SubmitSection } from '#components/check-in/submit-section.tsx'
import { useSubmission } from '#components/check-in/use-submission.ts'
import { AlertPanel } from '#components/draft/alert-panel.tsx'
import { DeviceNote } from '#components/draft/device-note.tsx'
import { DraftSession, type SessionStart } from '#components/draft/draft-session.ts'
import { type Editor, EditorContext, type SavingWords } from '#components/draft/editor-context.ts'
import { StateLine } from '#components/draft/state-line.tsx'
import type { Locale } from '#lib/i18n/locale.ts'

type Props = { start: SessionStart & { id: string }; locale: Locale; words: SavingWords; own: CheckInWords; views: CheckInViews }

/** One month's check-in: saved while it is filled in, as a draft is, its state always in view. */
export function CheckInEditor({ start, locale, words, own, views }: Props) {
  const [session] = useState(() => new DraftSession(start, checkInRemote))
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
      <form onSubmit={onSubmit} noValidate autoComplete="off" className="mt-8 space-y-12">
        <DeviceNote />
        <ProgressFields milestones={views.milestones} words={own} isFirst={views.isFirst} />
        <FigureFields figures={views.figures} words={own} />
        <AskFields views={views} words={own} />
        <SubmitSection notice={notice} isSending={isSending} words={own} />
      </form>
    </EditorContext>
  )
}
