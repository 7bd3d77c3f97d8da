'use client'
import { type RefObject, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import { FileDrop, useNoStrayDrop } from '#components/file/file-drop.tsx'
import { FileRow } from '#components/file/file-row.tsx'
import { type Arrival, UploadQueue, type Upload } from '#components/file/upload-queue.ts'
import { removeUpload } from '#components/file/upload-request.ts'
import { UploadRow } from '#components/file/upload-row.tsx'
import type { Locale } from '#lib/i18n/locale.ts'
import type { Messages } from '#lib/i18n/messages.ts'

export type FileView = { id: string; questionId: string | null; name: string; size: number; sha256: string; scan: 'none' | 'pending' | 'safe' | 'infected' }
export type FileWords = Messages['file']
type Props = {
  /** Where files go: an application's draft unless said otherwise, or its programme. */
  home?: 'drafts' | 'programmes'
  /** The question it answers; null for the evidence. */
  questionId: string | null
  files: readonly FileView[]
  /** Null until the first save creates the draft. */
  draftId: string | null
  disabled: boolean
  /** In a form that is sent whole: one file at a time, by this name where there is no script, and not before it has arrived. */
  name?: string
  words: FileWords
  locale: Locale
  /** `draftVersion` is the one the draft was raised to, null when it was not. */
  onChange: (files: readonly FileView[], draftVersion: number | null) => void
}

/** The files given to a question: chosen or dropped, sent one after the other while other fields are saved, and taken out. */
export function FileField({ home = 'drafts', questionId, files, draftId, disabled, name: fieldName, words, locale, onChange }: Props) {
  const id = useId()
  const [queue] = useState(() => new UploadQueue())
  const uploads = useSyncExternalStore(queue.subscribe, queue.uploads, none)
  const [intact, setIntact] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [refused, setRefused] = useState<{ id: string; fault: string } | null>(null)
  const [said, say] = useState({ arrival: '', failure: '' })
  const isBusy = uploads.some(({ stage }) => stage !== 'failed')
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef(files)
  const change = (next: readonly FileView[], draftVersion: number | null) => {
    latest.current = next
    onChange(next, draftVersion)
  }
  const onArrival = ({ kept, isIntact }: Arrival) => {
    if (isIntact !== null) setIntact((all) => new Map(all).set(kept.id, isIntact))
    if (!latest.current.some((file) => file.id === kept.id)) change([...latest.current, kept], kept.draftVersion)
    say({ arrival: words.field.arrived.replace('{name}', kept.name), failure: '' })
  }
  const onFailure = ({ file, fault, column }: Upload) => say({ arrival: '', failure: `${file.name}\u00A0: ${sentenceOf(fault, words, column)}` })
  useEffect(() => {
    latest.current = files
    queue.aim({ home, draftId, questionId, onArrival, onFailure })
  })
  useNoStrayDrop()
  useLeaveWarning(isBusy)
  useHeldForm(input, isBusy && fieldName !== undefined, () => say({ arrival: '', failure: words.field.notYet }))
  const remove = async ({ id: fileId, name }: FileView) => {
    const { fault, draftVersion } = await removeUpload(fileId)
    setRefused(fault === null ? null : { id: fileId, fault })
    if (fault !== null) return say({ arrival: '', failure: `${name}\u00A0: ${sentenceOf(fault, words)}` })
    change(latest.current.filter((file) => file.id !== fileId), draftVersion)
    say({ arrival: words.field.removed.replace('{name}', name), failure: '' })
    input.current?.focus()
  }
  return (
    <div>
      <p id={`${id}-limits`} className="text-small text-soft">{home === 'programmes' ? words.field.limitsOfProgramme : words.field.limits}</p>
      <p id={`${id}-patients`} className="mb-2 text-small font-semibold">{home === 'programmes' ? words.field.patientsOfProgramme : words.field.patients}</p>
      {files.length + uploads.length > 0 && (
        <ul className="mb-3 border-t border-rule">
          {files.map((file) => (
            <FileRow key={file.id} file={file} isIntact={intact.get(file.id) ?? null} fault={refused?.id === file.id ? sentenceOf(refused.fault, words) : null} words={words.field} locale={locale} onRemove={disabled ? null : () => void remove(file)} />
          ))}
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} sentence={upload.fault === null ? null : sentenceOf(upload.fault, words, upload.column)} words={words.field} onDrop={() => queue.drop(upload.key)} onRetry={() => queue.retry(upload.key)} />
          ))}
        </ul>
      )}
      {files.length + uploads.length === 0 && disabled && <p className="text-soft">{words.field.none}</p>}
      {!disabled && <FileDrop ref={input} describedBy={`${id}-limits ${id}-patients`} disabled={draftId === null} name={fieldName} words={words.field} onFiles={(chosen) => queue.add(chosen)} />}
      <p role="status" className="sr-only">{said.arrival}</p>
      <p role="alert" className={said.failure === words.field.notYet ? 'mt-2 font-semibold text-rupture-ink' : 'sr-only'}>{said.failure}</p>
    </div>
  )
}

/** Leaving stops what is on its way: the browser asks first. */
function useLeaveWarning(isBusy: boolean) {
  useEffect(() => {
    if (!isBusy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isBusy])
}

/** A form is not sent without the file that is on its way to it. */
function useHeldForm(input: RefObject<HTMLInputElement | null>, isHeld: boolean, say: () => void) {
  useEffect(() => {
    const form = input.current?.form
    if (!isHeld || !form) return
    const hold = (event: SubmitEvent) => {
      event.preventDefault()
      event.stopPropagation()
      say()
    }
    form.addEventListener('submit', hold, { capture: true })
    return () => form.removeEventListener('submit', hold, { capture: true })
  }, [input, isHeld, say])
}

const nothing: readonly Upload[] = []
const none = () => nothing

function sentenceOf(fault: string | null, { faults, field }: FileWords, column = ''): string {
  const sentences: Readonly<Record<string, string>> = { ...faults, ...field.faults }
  return (sentences[fault ?? ''] ?? field.faults.server).replace('{column}', () => column)
}
