'use client'
import { type DragEvent, type ReactNode, startTransition, useActionState, useRef, useState } from 'react'
import type { ActionFormProps } from '#components/form/action-form.tsx'

/**
 * Lets a scorer's name be dragged from one application to another. What it does is also on each application's form, which
 * works by keyboard and without script; a drop that is refused says so and changes nothing.
 */
export function AssignmentDrag({ move, enabled, words, children }: { move: ActionFormProps['action']; enabled: boolean; words: { moved: string }; children: ReactNode }) {
  const [state, send, pending] = useActionState(move, { status: 'new' })
  const dragged = useRef<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const rowOf = (event: DragEvent) => (event.target as HTMLElement).closest<HTMLElement>('[data-application]')?.dataset.application ?? null
  if (!enabled) return children
  return (
    <div
      data-over={over ?? undefined}
      onDragStart={(event) => {
        dragged.current = (event.target as HTMLElement).closest<HTMLElement>('[data-assignment]')?.dataset.assignment ?? null
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragOver={(event) => {
        const row = rowOf(event)
        if (dragged.current === null || row === null) return
        event.preventDefault()
        if (row !== over) setOver(row)
      }}
      onDragEnd={() => setOver(null)}
      onDrop={(event) => {
        const row = rowOf(event)
        if (dragged.current === null || row === null) return
        event.preventDefault()
        setOver(null)
        const form = new FormData()
        form.set('assignmentId', dragged.current)
        form.set('applicationId', row)
        dragged.current = null
        startTransition(() => send(form))
      }}
    >
      <style>{over && `[data-application="${CSS.escape(over)}"] { outline: 2px solid var(--color-line); outline-offset: -2px }`}</style>
      <p role="status" className="sr-only">{pending ? words.moved : ''}</p>
      {state.status === 'refused' && <p role="alert" className="mb-2 font-semibold text-rupture-ink">{state.reason ?? state.code}</p>}
      {children}
    </div>
  )
}
