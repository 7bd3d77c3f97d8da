'use client'
import type { FileWords } from '#components/file/file-field.tsx'
import { mayRetry, type Upload } from '#components/file/upload-queue.ts'
import { Button } from '#components/ui/button.tsx'

type Props = { upload: Upload; sentence: string | null; words: FileWords['field']; onDrop: () => void; onRetry: () => void }

const bar = 'mt-1 block h-2 w-full appearance-none overflow-hidden rounded-sm bg-rule [&::-moz-progress-bar]:bg-line [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-line'

/** A file on its way: how far it is, or why it is not taken. Once all of it is there it cannot be called back, only removed. */
export function UploadRow({ upload, sentence, words, onDrop, onRetry }: Props) {
  const { file: { name }, stage, share } = upload
  const state = stage === 'sending' ? words.sending.replace('{percent}', String(Math.floor(share * 100))) : stage === 'failed' ? sentence : words[stage]
  return (
    <li className="border-b border-rule py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <div className="min-w-0 flex-1 basis-60">
          <p className="break-words">{name}</p>
          <p className={stage === 'failed' ? 'font-semibold text-rupture-ink' : 'text-small text-soft tabular-nums'}>{state}</p>
          {stage !== 'failed' && <progress className={bar} max={1} value={stage === 'waiting' ? 0 : share} aria-label={name} aria-valuetext={state ?? undefined} />}
        </div>
        <div className="-ms-2 flex flex-wrap">
          {mayRetry(upload) && <Button tone="quiet" onClick={onRetry} aria-label={words.retryNamed.replace('{name}', name)}>{words.retry}</Button>}
          {stage === 'failed' && <Button tone="quiet" onClick={onDrop} aria-label={words.dismissNamed.replace('{name}', name)}>{words.dismiss}</Button>}
          {(stage === 'waiting' || stage === 'sending') && <Button tone="quiet" onClick={onDrop} aria-label={words.cancelNamed.replace('{name}', name)}>{words.cancel}</Button>}
        </div>
      </div>
    </li>
  )
}
