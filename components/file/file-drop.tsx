'use client'
import { type DragEvent, type Ref, useEffect, useId, useState } from 'react'
import { buttonClass } from '#components/ui/button.tsx'
import { acceptedFiles } from '#lib/domain/file.ts'
import type { FileWords } from '#components/file/file-field.tsx'

type Props = { ref: Ref<HTMLInputElement>; describedBy: string; disabled: boolean; name?: string | undefined; words: FileWords['field']; onFiles: (files: readonly File[]) => void }

/** A file dropped beside the places for it is taken nowhere: the browser would leave the page to show it. */
export function useNoStrayDrop() {
  useEffect(() => {
    const stop = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'none'
    }
    addEventListener('dragover', stop)
    addEventListener('drop', stop)
    return () => {
      removeEventListener('dragover', stop)
      removeEventListener('drop', stop)
    }
  }, [])
}

/** Where files are chosen, or dropped. */
export function FileDrop({ ref, describedBy, disabled, name, words, onFiles }: Props) {
  const id = useId()
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent) => {
    if (disabled || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    if (disabled) return
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files].slice(0, name === undefined ? undefined : 1))
  }
  return (
    <div onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop} className={`relative rounded-md border border-dashed px-4 py-3 ${isOver ? 'border-line bg-wash' : 'border-edge'}`}>
      <input
        ref={ref}
        id={id}
        type="file"
        name={name}
        multiple={name === undefined}
        accept={acceptedFiles}
        disabled={disabled}
        aria-describedby={describedBy}
        className={`peer sr-only ${name === undefined ? '' : 'noscript:not-sr-only'}`}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          // The same file may be chosen again once it was put right.
          target.value = ''
        }}
      />
      <label htmlFor={id} className={`${buttonClass('secondary')} peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-line ${name === undefined ? '' : 'noscript:hidden'} ${disabled ? 'opacity-60' : 'cursor-pointer'}`}>{name === undefined ? words.choose : words.chooseOne}</label>
      <span className="ms-3 text-small text-soft pointer-coarse:hidden noscript:hidden">{disabled ? '' : name === undefined ? words.drop : words.dropOne}</span>
      {disabled && <p className="mt-2 text-small text-soft">{words.afterFirstWords}</p>}
    </div>
  )
}
