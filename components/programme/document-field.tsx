'use client'
import { useState } from 'react'
import { FileField, type FileView, type FileWords } from '#components/file/file-field.tsx'
import type { Locale } from '#lib/i18n/locale.ts'

type Props = { programmeId: string; documents: readonly FileView[]; disabled: boolean; words: FileWords; locale: Locale }

/** The files of a programme: chosen or dropped, sent one after the other, taken out. */
export function DocumentField({ programmeId, documents, disabled, words, locale }: Props) {
  const [files, setFiles] = useState(documents)
  return <FileField questionId={null} home="programmes" files={files} draftId={programmeId} disabled={disabled} words={words} locale={locale} onChange={setFiles} />
}
