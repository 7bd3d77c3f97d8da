'use client'
import { use, useState } from 'react'
import { FileField, type FileView, type FileWords } from '#components/file/file-field.tsx'
import { ChoiceField, FaultLine } from '#components/form/fields.tsx'
import { FormContext } from '#components/form/form-state.ts'
import type { Locale } from '#lib/i18n/locale.ts'

type Props = {
  programmeId: string
  documents: readonly { id: string; name: string }[]
  /** The document written with the measurement; '' for none. */
  chosen: string
  labels: { choice: string; hint: string; none: string; add: string }
  words: FileWords
  locale: Locale
}

/** What shows a measurement: a document of the programme, or a file that becomes one here and is chosen at once. Works without script. */
export function EvidenceField({ programmeId, documents, chosen, labels, words, locale }: Props) {
  const sent = use(FormContext)?.state
  const [added, setAdded] = useState<readonly FileView[]>([])
  const [taken, take] = useState<{ id: string; since: unknown } | null>(null)
  const change = (files: readonly FileView[]) => {
    setAdded(files)
    take({ id: files.at(-1)?.id ?? '', since: sent })
  }
  const names = new Map([...documents, ...added].map(({ id, name }) => [id, name]))
  return (
    <div className="max-w-measure space-y-3">
      <ChoiceField name="fileId" label={labels.choice} hint={labels.hint} defaultValue={chosen} taken={taken?.since === sent ? taken?.id : undefined} options={[{ value: '', label: labels.none }, ...[...names].map(([value, label]) => ({ value, label }))]} />
      <div role="group" aria-label={labels.add}>
        <FaultLine name="file" />
        <FileField questionId={null} home="programmes" name="file" files={added} draftId={programmeId} disabled={false} words={words} locale={locale} onChange={change} />
      </div>
    </div>
  )
}
