'use client'
import { startTransition, useActionState, useEffect, useOptimistic, useRef, useState, type DragEvent, type FormEvent, type ReactNode } from 'react'
import { useRowDrag } from '#components/call-editor/row-drag.ts'
import { Button } from '#components/ui/button.tsx'
import type { FormState } from '#lib/domain/form-state.ts'

type Row = { id: string; label: string; body: ReactNode }
type Props = {
  slug: string
  version: number
  rows: readonly Row[]
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** `{label}`, `{rank}` and `{count}` are filled in here. */
  words: { up: string; down: string; moved: string; refused: Record<string, string>; otherwise: string; drag: string }
}

/**
 * Questions in their order, moved by buttons, which work without script and by keyboard, or dragged where there is a
 * mouse. The button that was pressed keeps the focus, and where the question now stands is said.
 */
export function QuestionOrder({ slug, version, rows, action, words }: Props) {
  const [state, send] = useActionState(action, { status: 'new' })
  const [shown, show] = useOptimistic(rows, movedTo)
  const pressed = useRef<{ id: string; turned: string | undefined } | null>(null)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const drag = useRowDrag(list, shown.map(({ id }) => id), (id, place) => {
    const sent = new FormData()
    for (const [name, value] of Object.entries({ slug, version: String(version), move: `${id}:${place}` })) sent.append(name, value)
    pressed.current = { id, turned: undefined }
    startTransition(() => {
      show({ id, place })
      send(sent)
    })
  })

  useEffect(() => {
    const done = pressed.current
    if (done === null) return
    pressed.current = null
    const rank = rows.findIndex((row) => row.id === done.id)
    setSaid(words.moved.replace('{label}', rows[rank]?.label ?? '').replace('{rank}', String(rank + 1)).replace('{count}', String(rows.length)))
    // A moved element loses the focus; at either end the other button takes it.
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>(`[data-question="${done.id}"]`) ?? [])].filter((button) => !button.disabled)
    if (done.turned !== undefined) (buttons.find((button) => button.dataset.turned === done.turned) ?? buttons[0])?.focus()
  }, [rows, words])

  const press = (event: FormEvent) => {
    const { question, turned } = (event.nativeEvent as SubmitEvent).submitter?.dataset ?? {}
    pressed.current = question === undefined ? null : { id: question, turned }
  }
  const refusal = state.status === 'refused' ? (words.refused[state.reason ?? ''] ?? words.refused[state.code] ?? words.otherwise) : null
  return (
    <form action={send} onSubmit={press}>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="version" value={version} />
      {refusal && <p role="alert" className="mb-3 max-w-measure border-s-4 border-rupture bg-wash px-4 py-3 font-semibold">{refusal}</p>}
      <p role="status" className="sr-only">{said}</p>
      <ol ref={list} id="questions" className="border-t border-rule">
        {shown.map(({ id, label, body }, index) => (
          <li key={id} id={`question-${id}`} className={`relative flex gap-3 border-b border-rule py-2 ${drag.lifted === id ? 'opacity-50' : ''}`}>
            {drag.before === index && <span aria-hidden="true" className="absolute inset-x-0 -top-px h-0.5 bg-line" />}
            {drag.before === shown.length && index === shown.length - 1 && <span aria-hidden="true" className="absolute inset-x-0 -bottom-px h-0.5 bg-line" />}
            <Handle rank={index + 1} title={words.drag} lift={(event) => lift(event, label, () => drag.lift(id))} end={drag.end} />
            <div className="min-w-0 flex-1">{body}</div>
            <span className="flex shrink-0 items-start gap-1 pointer-coarse:gap-2">
              <OrderButton id={id} to={index - 1} label={words.up.replace('{label}', label)} disabled={index === 0} turned />
              <OrderButton id={id} to={index + 1} label={words.down.replace('{label}', label)} disabled={index === shown.length - 1} />
            </span>
          </li>
        ))}
      </ol>
    </form>
  )
}

function movedTo(before: readonly Row[], { id, place }: { id: string; place: number }): readonly Row[] {
  const moved = before.find((row) => row.id === id)
  return moved ? before.filter((row) => row.id !== id).toSpliced(place, 0, moved) : before
}

function lift(event: DragEvent<HTMLElement>, label: string, lifted: () => void) {
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData('text/plain', label)
  const row = event.currentTarget.closest('li')
  if (row) event.dataTransfer.setDragImage(row, 16, 16)
  lifted()
}

function Handle({ rank, title, lift: onDragStart, end }: { rank: number; title: string; lift: (event: DragEvent<HTMLElement>) => void; end: () => void }) {
  return (
    <span aria-hidden="true" draggable title={title} onDragStart={onDragStart} onDragEnd={end} className="flex w-9 shrink-0 cursor-grab justify-end gap-1.5 self-start py-1 text-small tabular-nums text-soft active:cursor-grabbing">
      <svg width="8" height="14" viewBox="0 0 8 14" className="mt-1 pointer-coarse:hidden">
        <path d="M1 1h2M5 1h2M1 7h2M5 7h2M1 13h2M5 13h2" stroke="currentColor" strokeWidth="2" />
      </svg>
      {rank}
    </span>
  )
}

function OrderButton({ id, to, label, disabled, turned = false }: { id: string; to: number; label: string; disabled: boolean; turned?: boolean }) {
  return (
    <Button type="submit" name="move" value={`${id}:${to}`} data-question={id} data-turned={String(turned)} aria-label={label} disabled={disabled} className="min-h-9 min-w-9 px-0 py-0 pointer-coarse:min-h-11 pointer-coarse:min-w-11">
      <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12" className={turned ? 'rotate-180' : ''}>
        <path d="M1.5 4l4.5 4.5L10.5 4" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
    </Button>
  )
}
