'use client'
import { ClaimSlot } from '#components/draft/claim-slot.tsx'
import { BoxesControl, SelectControl } from '#components/draft/choice-control.tsx'
import { useDraftParts, useEditor, useField, useView } from '#components/draft/editor-context.ts'
import { FieldFrame, GroupFrame } from '#components/draft/field-frame.tsx'
import type { FieldView } from '#components/draft/field-view.ts'
import { TextControl } from '#components/draft/text-control.tsx'
import { FileField } from '#components/file/file-field.tsx'

/** Beyond this a choice is a list to open. */
const mostBoxes = 8

/** One field of the draft, drawn anew only when its own state changes. */
export function DraftField({ view }: { view: FieldView }) {
  const state = useField(view.name)
  switch (view.control) {
    case 'choices': case 'yes-no': case 'consent': return <GroupFrame view={view} state={state}><BoxesControl view={view} state={state} /></GroupFrame>
    case 'choice': return view.options.length > mostBoxes
      ? <FieldFrame view={view} state={state}><SelectControl view={view} state={state} /></FieldFrame>
      : <GroupFrame view={view} state={state}><BoxesControl view={view} state={state} /></GroupFrame>
    case 'claim': return <GroupFrame view={view} state={state}><ClaimSlot view={view} state={state} /></GroupFrame>
    case 'file': return <GroupFrame view={view} state={state}><DraftFiles view={view} disabled={!state.isEditable} /></GroupFrame>
    default: return <FieldFrame view={view} state={state}><TextControl view={view} state={state} /></FieldFrame>
  }
}

/** The files of one question. */
function DraftFiles({ view, disabled }: { view: FieldView; disabled: boolean }) {
  const { locale } = useEditor()
  const { files, setFiles, fileWords } = useDraftParts()
  const draftId = useView((it) => it.id)
  const questionId = view.name.slice('answers.'.length)
  return <FileField questionId={questionId} files={files.filter((file) => file.questionId === questionId)} draftId={draftId} disabled={disabled} words={fileWords} locale={locale} onChange={(own, version) => setFiles(questionId, own, version)} />
}
