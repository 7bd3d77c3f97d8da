'use client'
import { useEffect, useState, type RefObject } from 'react'

/**
 * Dragging the rows of a list with the mouse. A handle calls `lift` with what it carries; `before` says where it would land
 * while it is over the list, counted from 0, and `drop` is called with the place it then has.
 */
export function useRowDrag(list: RefObject<HTMLElement | null>, ids: readonly string[], drop: (id: string, place: number) => void) {
  const [lifted, lift] = useState<string | null>(null)
  const [before, setBefore] = useState<number | null>(null)
  useEffect(() => {
    const element = list.current
    if (element === null || lifted === null) return undefined
    const over = (event: DragEvent) => {
      const at = landingOf(event, element)
      if (at === null) return
      event.preventDefault()
      setBefore(at)
    }
    const end = (event: DragEvent) => {
      const [at, from] = [landingOf(event, element), ids.indexOf(lifted)]
      event.preventDefault()
      setBefore(null)
      lift(null)
      if (at === null || from < 0) return
      const place = at > from ? at - 1 : at
      if (place !== from) drop(lifted, place)
    }
    element.addEventListener('dragover', over)
    element.addEventListener('drop', end)
    return () => {
      element.removeEventListener('dragover', over)
      element.removeEventListener('drop', end)
    }
  }, [list, lifted, ids, drop])
  return { lifted, before, lift, end: () => { lift(null); setBefore(null) } }
}

/** Before which row the pointer is: after the one it is over when in its lower half. Null when over none. */
function landingOf(event: DragEvent, list: HTMLElement): number | null {
  const row = (event.target as Element).closest('li')
  const at = row ? [...list.children].indexOf(row) : -1
  if (row === null || at < 0) return null
  const { top, height } = row.getBoundingClientRect()
  return event.clientY > top + height / 2 ? at + 1 : at
}
