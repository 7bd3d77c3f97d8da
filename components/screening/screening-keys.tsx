'use client'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { Button } from '#components/ui/button.tsx'

export type KeyWords = { title: string; open: string; close: string; switch: string; or: string; keys: readonly (readonly [signs: readonly string[], what: string])[] }

const kept = 'portal.screening-keys'

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox]):not([type=radio])')
}

const rows = () => [...document.querySelectorAll<HTMLTableRowElement>('#screening tr[data-row]')]
const boxOf = (row: Element | null | undefined) => row?.querySelector<HTMLInputElement>('[name=chosen]') ?? null

/** The row that has the focus, or had it last. */
function currentRow(): HTMLTableRowElement | null {
  return document.activeElement?.closest<HTMLTableRowElement>('tr[data-row]') ?? document.querySelector<HTMLTableRowElement>('tr[data-row][data-current]')
}

/** Where the last row gone to stood: when it leaves the view, the one that takes its place is next. */
let lastPlace = -1

function goTo(row: HTMLTableRowElement | undefined) {
  if (!row) return
  for (const other of rows()) delete other.dataset.current
  row.dataset.current = ''
  lastPlace = rows().indexOf(row)
  boxOf(row)?.focus()
  row.scrollIntoView({ block: 'nearest' })
}

function step(by: 1 | -1) {
  const all = rows()
  const at = all.indexOf(currentRow() as HTMLTableRowElement)
  goTo(at === -1 ? all[by === 1 ? Math.max(lastPlace, 0) : lastPlace - 1] : all[at + by])
}

/** What a deed is about when nothing was chosen: the row at hand. */
function chooseOne() {
  const box = boxOf(currentRow())
  if (document.querySelector('#screening [name=chosen]:checked') || !box) return
  box.click()
}

function press(selector: string) {
  document.querySelector<HTMLElement>(`#screening ${selector}`)?.click()
}

const deeds: Readonly<Record<string, () => void>> = {
  j: () => step(1),
  ArrowDown: () => step(1),
  k: () => step(-1),
  ArrowUp: () => step(-1),
  x: () => boxOf(currentRow())?.click(),
  e: () => { chooseOne(); press('[name=deed][value=eligible]') },
  i: () => { chooseOne(); const details = document.querySelector<HTMLDetailsElement>('#screening-ineligible'); if (details) details.open = true; details?.querySelector('textarea')?.focus() },
  t: () => { chooseOne(); document.querySelector<HTMLElement>('#screening-tagId')?.focus() },
  o: () => currentRow()?.querySelector<HTMLElement>('[data-open]')?.click(),
  c: () => currentRow()?.querySelector<HTMLElement>('[data-correct]')?.click(),
  '/': () => document.querySelector<HTMLElement>('#screening-q')?.focus(),
}

/**
 * The table by keyboard. Single keys do nothing while somebody types, nor with Ctrl, Alt or Meta held, and can be switched
 * off for good on a device (WCAG 2.1.4). The list of keys opens with `?` or by its button.
 */
export function ScreeningKeys({ words }: { words: KeyWords }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const isOn = useSyncExternalStore(whenSwitched, readSwitch, () => null)
  useEffect(() => {
    if (!isOn) return
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || dialog.current?.open || isTyping(event.target)) return
      const deed = event.key === '?' ? () => dialog.current?.showModal() : deeds[event.key]
      // Arrows scroll unless they are on their way through the rows.
      if (!deed || (event.key.startsWith('Arrow') && !document.activeElement?.closest('tr[data-row]'))) return
      event.preventDefault()
      deed()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [isOn])
  if (isOn === null) return null
  return (
    <>
      <Button tone="quiet" onClick={() => dialog.current?.showModal()} className="max-md:hidden">{words.open}</Button>
      <dialog ref={dialog} aria-labelledby="keys-title" className="m-auto max-w-[min(30rem,90vw)] border border-edge bg-paper p-5 text-ink backdrop:bg-ink/30">
        <h2 id="keys-title" className="mb-3 font-serif text-h3 font-medium">{words.title}</h2>
        <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5">
          {words.keys.map(([signs, what]) => (
            <div key={what} className="col-span-2 grid grid-cols-subgrid">
              <dt>
                {signs.map((sign, index) => (
                  <span key={sign}>
                    {index > 0 && <span className="text-small text-soft"> {words.or} </span>}
                    <kbd className="inline-block min-w-7 rounded-sm border border-edge bg-wash px-1.5 text-center text-small">{sign}</kbd>
                  </span>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <label className="mt-4 flex min-h-11 items-center gap-2.5">
          <input type="checkbox" checked={isOn} onChange={({ target }) => keepSwitch(target.checked)} className="size-[1.15rem]" />
          {words.switch}
        </label>
        <Button onClick={() => dialog.current?.close()} className="mt-2">{words.close}</Button>
      </dialog>
    </>
  )
}

function whenSwitched(tell: () => void): () => void {
  addEventListener('storage', tell)
  return () => removeEventListener('storage', tell)
}

/** A browser that keeps nothing has them on. */
function readSwitch(): boolean {
  try {
    return localStorage.getItem(kept) !== 'off'
  } catch {
    return true
  }
}

function keepSwitch(on: boolean): void {
  try {
    if (on) localStorage.removeItem(kept)
    else localStorage.setItem(kept, 'off')
  } catch {
    // Nothing can be kept here: they stay as they are.
  }
  dispatchEvent(new Event('storage'))
}
