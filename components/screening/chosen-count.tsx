'use client'
import { useSyncExternalStore } from 'react'

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('#screening [name=chosen]')]
const countChosen = () => boxes().filter(({ checked }) => checked).length

function whenChosen(tell: () => void): () => void {
  // A form that is reset says so before its boxes are.
  const later = () => setTimeout(tell)
  document.addEventListener('change', tell)
  document.addEventListener('reset', later)
  return () => {
    document.removeEventListener('change', tell)
    document.removeEventListener('reset', later)
  }
}

/** How many rows are chosen, told as it changes; `words` are those for none, one and `#`. Without script, nothing. */
export function ChosenCount({ words: [none, one, more] }: { words: readonly [none: string, one: string, more: string] }) {
  const count = useSyncExternalStore(whenChosen, countChosen, () => null)
  if (count === null) return null
  return <output className="min-w-[18ch] shrink-0 font-semibold tabular-nums max-md:min-w-0">{count === 0 ? none : count === 1 ? one : more.replace('#', String(count))}</output>
}

/** Chooses every row of the page, or none. Without script it cannot be pressed. */
export function ChooseAll({ label }: { label: string }) {
  const count = useSyncExternalStore(whenChosen, countChosen, () => null)
  const isAll = count !== null && count > 0 && count === boxes().length
  const chooseAll = (checked: boolean) => {
    for (const box of boxes()) box.checked = checked
    document.dispatchEvent(new Event('change'))
  }
  return <input type="checkbox" aria-label={label} disabled={count === null} checked={isAll} onChange={({ target }) => chooseAll(target.checked)} className="size-[1.15rem] align-middle disabled:invisible" />
}
