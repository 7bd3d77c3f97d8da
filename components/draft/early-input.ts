import type { DraftSession } from '#components/draft/draft-session.ts'
import { fromInput, toInput } from '#components/draft/field-value.ts'
import type { FieldView } from '#components/draft/field-view.ts'
import { same, shown } from '#lib/domain/draft-sync.ts'
import { fieldAnchor } from '#lib/domain/field-name.ts'
import type { Locale } from '#lib/i18n/locale.ts'

/** What is chosen among the controls of `root`, and how to choose it there. */
export function chosenIn(root: HTMLElement): string[] {
  if (root instanceof HTMLSelectElement) return root.value === '' ? [] : [root.value]
  return [...root.querySelectorAll('input')].filter(({ checked }) => checked).map(({ value }) => value)
}

export function chooseIn(root: HTMLElement, chosen: readonly string[]): void {
  if (root instanceof HTMLSelectElement) root.value = chosen[0] ?? ''
  else for (const box of root.querySelectorAll('input')) box.checked = chosen.includes(box.value)
}

/** What of a value can be chosen: an option taken out of the call since is not drawn, and not unchosen by that. */
export function drawable({ options }: FieldView, input: string | string[]): string[] {
  return [input].flat().filter((one) => one !== '' && (options.length === 0 || options.some(({ id }) => id === one)))
}

/** Where a field stands on the page that came, while it is drawn for the first time; null where it is drawn here first. */
export function broughtField(name: string): HTMLElement | null {
  return typeof document === 'undefined' ? null : document.getElementById(fieldAnchor(name))
}

export const isText = (element: HTMLElement): element is HTMLTextAreaElement | HTMLInputElement => element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement

/** Tells what was typed or chosen before the script was there: a letter is a letter. Comes before the session starts, so that nothing found elsewhere is taken to be older. */
export function tellEarly(session: DraftSession, views: readonly FieldView[], locale: Locale): void {
  for (const [view, found] of asleep(session, views)) {
    const drawn = toInput(view, shown(session.view().sync, view.name), locale)
    const already = isText(found) ? found.value : chosenIn(found)
    if (!same(already, isText(found) ? String(drawn) : drawable(view, drawn))) session.typed(view.name, fromInput(view, already, locale))
  }
}

/** Shows in fields that are not awake yet what comes from elsewhere, so that whoever goes on writing there goes on from it. Returns how to stop. */
export function showAsleep(session: DraftSession, views: readonly FieldView[], locale: Locale): () => void {
  return session.onTaken((name, value) => {
    for (const [view, found] of asleep(session, views.filter((each) => each.name === name))) {
      const input = toInput(view, value, locale)
      if (isText(found)) found.value = String(input)
      else chooseIn(found, drawable(view, input))
    }
  })
}

function asleep(session: DraftSession, views: readonly FieldView[]) {
  const written = views.filter(({ name, control }) => control !== 'claim' && control !== 'file' && !session.isAwake(name))
  return written.flatMap((view) => {
    const found = broughtField(view.name)
    return found ? [[view, found] as const] : []
  })
}
