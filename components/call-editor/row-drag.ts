'use client'
import { useEffect, useState, type RefObject } from 'react'

/** Where a dragged row would land: before the row at this place, counted from 0. */
type Landing = { id: string; before: number }

/**
 * Dragging the rows of a list with the mouse. A handle calls `lift` with what it carries; `landing` says where it would
 * land while it is over the list, and `drop` is called with the place it would then have.
 */
export function useRowDrag(list: RefObject<HTMLElement | null>, ids: readonly string[], drop: (id: string, place: number) => void) {
  const [lifted, lift] = useState<string | null>(null)
  const [landing, setLanding] = useState<Landing | null>(null)
  useEffect(() => {
    const element = list.current
    if (element === null || lifted === null) return undefined
    const over = (event: DragEvent) => {
      const row = (event.target as Element).closest('li')
      const at = row ? [...element.children].indexOf(row) : -1
      if (row === null || at < 0) return
      event.preventDefault()
      const { top, height } = row.getBoundingClientRect()
      setLanding({ id: lifted, before: event.clientY > top + height / 2 ? at + 1 : at })
    }
    const end = (event: DragEvent) => {
      event.preventDefault()
      const from = ids.indexOf(lifted)
      const place = landing === null ? from : landing.before > from ? landing.before - 1 : landing.before
      setLanding(null)
      lift(null)
      if (from >= 0 && place !== from) drop(lifted, place)
    }
    element.addEventListener('dragover', over)
    element.addEventListener('drop', end)
    return () => {
      element.removeEventListener('dragover', over)
      element.removeEventListener('drop', end)
    }
  }, [list, lifted, landing, ids, drop])
  return { lifted, before: landing?.before ?? null, lift, end: () => { lift(null); setLanding(null) } }
}
