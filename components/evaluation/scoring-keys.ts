'use client'
import { type RefObject, useEffect, useState } from 'react'
import { notApplicable } from '#lib/domain/evaluation-marks.ts'

const isText = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=checkbox])'))

/**
 * Scoring by keyboard: 1 to 5 mark the current criterion, 0 says it does not apply, up and down change it within the grid,
 * Ctrl+Enter submits. Answers the current criterion: the one that was worked on last, or the first without a mark.
 */
export function useScoringKeys(form: RefObject<HTMLFormElement | null>): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    const fields = () => [...(form.current?.querySelectorAll<HTMLFieldSetElement>('[data-criterion]') ?? [])]
    const here = () => fields().find((each) => each.dataset.criterion === current) ?? fields().find((each) => !each.querySelector('input:checked')) ?? fields()[0]
    const onFocus = ({ target }: FocusEvent) => {
      const field = (target as Element).closest<HTMLElement>('[data-criterion]')
      if (field) setCurrent(field.dataset.criterion ?? null)
    }
    const onKey = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event
      if (key === 'Enter' && (ctrlKey || metaKey)) {
        event.preventDefault()
        return form.current?.requestSubmit(form.current.querySelector<HTMLButtonElement>('button[data-next]') ?? undefined)
      }
      if (ctrlKey || metaKey || altKey || isText(target)) return
      const field = here()
      if (!field) return
      const value = key === '0' ? notApplicable : key
      const button = /^[0-5]$/.test(key) ? field.querySelector<HTMLInputElement>(`input[value="${value}"]:not(:disabled)`) : null
      if (button) {
        event.preventDefault()
        button.focus({ preventScroll: true })
        return button.click()
      }
      const isInGrid = target instanceof Element && target.closest('[data-criterion]') !== null
      if (!isInGrid || (key !== 'ArrowDown' && key !== 'ArrowUp')) return
      event.preventDefault()
      const all = fields()
      const next = all[all.indexOf(field) + (key === 'ArrowDown' ? 1 : -1)]
      next?.scrollIntoView({ block: 'nearest' })
      ;(next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input'))?.focus({ preventScroll: true })
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('focusin', onFocus)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('focusin', onFocus)
    }
  }, [form, current])
  return current
}
