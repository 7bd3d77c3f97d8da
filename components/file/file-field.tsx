'use client'
import { formatNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'

export type FileView = { id: string; questionId: string | null; name: string; size: number; scan: 'none' | 'pending' | 'safe' | 'infected' }
type Props = {
  /** The question it answers; null for the evidence. */
  questionId: string | null
  files: readonly FileView[]
  /** Null until the first save creates the draft. */
  draftId: string | null
  disabled: boolean
  words: { none: string; size: string }
  locale: Locale
  onChange: (files: readonly FileView[]) => void
}

/** The files given to a question. */
export function FileField({ files, words, locale }: Props) {
  if (files.length === 0) return <p className="text-soft">{words.none}</p>
  return (
    <ul className="border-t border-rule">
      {files.map(({ id, name, size }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-2">
          <a href={`/api/v1/files/${id}`} className="min-w-0 break-words">{name}</a>
          <span className="text-small text-soft tabular-nums">{words.size.replace('{size}', formatNumber(size / 1_000_000, locale))}</span>
        </li>
      ))}
    </ul>
  )
}
