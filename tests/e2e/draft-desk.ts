import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import type { Sql } from 'postgres'
import type { Persona } from '#tests/access/routes.ts'
import type { World } from '#tests/access/world.ts'
import { address } from '#tests/e2e/portal.ts'

/** Gives a browser the session of somebody of the world. */
export async function enter(context: BrowserContext, world: World, persona: Exclude<Persona, 'visitor'>): Promise<void> {
  await context.addCookies([{ name: 'portal.session', value: world.people[persona].token, url: address, expires: Date.now() / 1000 + 86_400, httpOnly: true, sameSite: 'Lax' }])
}

/** Where a field's control is: `pitch`, `answers.<id>`. */
export const control = (page: Page, field: string) => page.locator(`[id="field-${field.replaceAll('.', '-')}"]`)
/** What the state of saving says. */
export const state = (page: Page) => page.locator('[data-editor-bar] [data-state]')

export const saved = { fr: /^Enregistré à \d\d:\d\d$/, en: /^Saved at \d\d:\d\d$/ } as const

/** Gives a mark by its key. The first key may come before the page answers to keys; the same mark given twice is the same mark. */
export async function markByKey(page: Page, mark: string, radio: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(mark)
    await expect(radio).toBeChecked({ timeout: 1_000 })
  }).toPass()
}

export async function contentOf(sql: Sql, draftId: string): Promise<Record<string, unknown>> {
  const [row] = await sql<Record<string, unknown>[]>`select solution, pitch, summary, evidence, regulatory_note, team, needs, in_kind, links, answers, version from application_draft where id = ${draftId}`
  return { ...row }
}

/** Everything the portal keeps in this browser, as it lies there: how many entries and keys, and their bytes as text. */
export function keptOnDevice(page: Page): Promise<{ edits: number; keys: number; text: string; extractable: boolean[] }> {
  return page.evaluate(async () => {
    const device = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('passerelle')
      opening.addEventListener('success', () => resolve(opening.result))
      opening.addEventListener('error', () => reject(opening.error))
    })
    if (!device.objectStoreNames.contains('edits')) return { edits: 0, keys: 0, text: '', extractable: [] }
    const all = <T>(store: string) => new Promise<T[]>((resolve) => {
      const asking = device.transaction(store).objectStore(store).getAll()
      asking.addEventListener('success', () => resolve(asking.result as T[]))
    })
    const [edits, keys] = [await all<{ text: ArrayBuffer }>('edits'), await all<CryptoKey>('keys')]
    device.close()
    return { edits: edits.length, keys: keys.length, text: edits.map(({ text }) => new TextDecoder().decode(text)).join('\n'), extractable: keys.map(({ extractable }) => extractable) }
  })
}
