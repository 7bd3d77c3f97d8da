'use client'
import type { FileView, FileWords } from '#components/file/file-field.tsx'
import { Button } from '#components/ui/button.tsx'
import { shortDigest } from '#lib/domain/file.ts'
import { formatBytes } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'

type Props = { file: FileView; isIntact: boolean | null; fault: string | null; words: FileWords['field']; locale: Locale; onRemove: (() => void) | null }

/** A file that is kept: its name leads to it, unless nobody may open it. */
export function FileRow({ file: { id, name, size, sha256, scan }, isIntact, fault, words, locale, onRemove }: Props) {
  return (
    <li className="border-b border-rule py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <div className="min-w-0 flex-1 basis-60">
          {scan === 'infected' ? <span className="break-words">{name}</span> : <a href={`/api/v1/files/${id}`} download className="break-words">{name}</a>}
          <p className="text-small text-soft tabular-nums">
            {formatBytes(size, locale)} · {words.digest} <code title={sha256}>{shortDigest(sha256)}</code>
            {isIntact && <span className="text-bridge-ink"> · {words.intact}</span>}
            {scan === 'pending' && <> · {words.pending}</>}
          </p>
        </div>
        {onRemove && <Button tone="quiet" className="-ms-2" onClick={onRemove} aria-label={words.removeNamed.replace('{name}', name)}>{words.remove}</Button>}
      </div>
      {scan === 'infected' && <p className="mt-1 font-semibold text-rupture-ink">{words.infected}</p>}
      {isIntact === false && <p className="mt-1 font-semibold text-rupture-ink">{words.altered}</p>}
      {fault !== null && <p className="mt-1 font-semibold text-rupture-ink">{fault}</p>}
    </li>
  )
}
