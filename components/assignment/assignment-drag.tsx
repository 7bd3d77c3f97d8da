'use client'
import { type DragEvent, type ReactNode, startTransition, useActionState, useRef } from 'react'
import type { ActionFormProps } from '#components/form/action-form.tsx'

/**
 * Lets a scorer's name be dragged from one application to another. What it does is also on each application's form, which
 * works by keyboard and without script; a drop that is refused says so and changes nothing.
 */
export function AssignmentDrag({ move, enabled, words, children }: { move: ActionFormProps['action']; enabled: boolean; words: { moved: string; refused: string; reasons: Readonly<Record<string, string>> }; children: ReactNode }) {
  const [state, send, pending] = useActionState(move, { status: 'new' })
  const dragged = useRef<string | null>(null)
  const over = useRef<HTMLElement | null>(null)
  const rowOf = (event: DragEvent) => (event.target as HTMLElement).closest<HTMLElement>('[data-application]')
  /** The row a name would fall on; an attribute, since the row itself is the server's. */
  const point = (row: HTMLElement | null) => {
    over.current?.removeAttribute('data-over')
    row?.setAttribute('data-over', '')
    over.current = row
  }
  if (!enabled) return children
  return (
    <div
      onDragStart={(event) => {
        dragged.current = (event.target as HTMLElement).closest<HTMLElement>('[data-assignment]')?.dataset.assignment ?? null
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragOver={(event) => {
        const row = rowOf(event)
        if (dragged.current === null || row === null) return
        event.preventDefault()
        if (row !== over.current) point(row)
      }}
      onDragEnd={() => point(null)}
      onDrop={(event) => {
        const row = rowOf(event)
        if (dragged.current === null || row === null) return
        event.preventDefault()
        point(null)
        const form = new FormData()
        form.set('assignmentId', dragged.current)
        form.set('applicationId', row.dataset.application ?? '')
        dragged.current = null
        startTransition(() => send(form))
      }}
    >
      <p role="status" className="sr-only">{pending ? words.moved : ''}</p>
      {state.status === 'refused' && <p role="alert" className="mb-2 font-semibold text-rupture-ink">{words.reasons[state.reason ?? ''] ?? words.refused}</p>}
      {children}
    </div>
  )
}
