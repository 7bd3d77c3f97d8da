import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type BrowserContext, type BrowserType } from '@playwright/test'
import { makeWorld, removeWorld } from '#tests/access/world.ts'
import { contentOf, control, enter, keptOnDevice, saved, state } from '#tests/e2e/draft-desk.ts'
import { address, database } from '#tests/e2e/portal.ts'

/** A browser that is killed, not closed: what it keeps must survive it, and be nobody's to read. */
const open = (browser: BrowserType, folder: string): Promise<BrowserContext> =>
  browser.launchPersistentContext(folder, { baseURL: address, locale: 'fr-FR', timezoneId: 'Europe/Paris', chromiumSandbox: process.getuid?.() !== 0, ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }) })

function kill(folder: string): void {
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(`--user-data-dir=${folder}`)) process.kill(Number(id), 'SIGKILL')
    } catch {
      // Ended between being listed and being read.
    }
  }
}

const fields = ['solution', 'pitch', 'summary', 'evidence', 'regulatoryNote', 'team', 'needs', 'inKind', 'links'] as const
const columns: Record<string, string> = { regulatoryNote: 'regulatory_note', inKind: 'in_kind' }

test('two hundred edits offline, the browser killed and opened again: all there, in order, and sent', async ({ playwright }) => {
  test.setTimeout(180_000)
  const sql = database()
  const world = await makeWorld(sql)
  const folder = mkdtempSync(join(tmpdir(), 'portal-desk-'))
  const edit = `/fr/applications/${world.draft.id}/edit`
  try {
    let context = await open(playwright.chromium, folder)
    await enter(context, world, 'founder')
    let page = await context.newPage()
    await page.goto(edit)
    for (const field of fields) await control(page, field).fill('')
    await expect(state(page)).toHaveText(saved.fr)
    await context.setOffline(true)
    await expect(state(page)).toHaveText('Hors ligne, tout est enregistré')
    const typed: Record<string, string> = {}
    for (let index = 0; index < 200; index += 1) {
      const field = fields[index % fields.length] ?? 'pitch'
      const word = `${index === 0 ? '' : ' '}secret${index}`
      await control(page, field).press('Control+End')
      await page.keyboard.insertText(word)
      typed[field] = (typed[field] ?? '') + word
    }
    await expect(state(page)).toHaveText('Hors ligne, gardé sur cet appareil')
    await expect(page.locator('[data-editor-bar] [role=alert]')).toContainText('La connexion est coupée')
    const device = await keptOnDevice(page)
    expect(device).toMatchObject({ edits: fields.length, keys: 1, extractable: [false] })
    expect(device.text).not.toContain('secret')
    expect((await contentOf(sql, world.draft.id)).pitch).toBeNull()
    kill(folder)
    await context.close().catch(() => {})

    const bytes = globSync(join(folder, '**/IndexedDB/**/*')).filter((file) => /\.(log|ldb)$/.test(file)).map((file) => readFileSync(file).toString('latin1'))
    expect(bytes.length).toBeGreaterThan(0)
    expect(bytes.filter((text) => text.includes('secret') || text.includes('s\0e\0c\0r\0e\0t\0'))).toEqual([])

    context = await open(playwright.chromium, folder)
    await enter(context, world, 'founder')
    page = await context.newPage()
    await page.goto(edit)
    for (const field of fields) await expect(control(page, field)).toHaveValue(typed[field] ?? '')
    await expect(state(page)).toHaveText(saved.fr, { timeout: 20_000 })
    const content = await contentOf(sql, world.draft.id)
    expect(Object.fromEntries(fields.map((field) => [field, content[columns[field] ?? field]]))).toEqual(typed)
    await expect.poll(async () => (await keptOnDevice(page)).edits).toBe(0)
    await context.close()
  } finally {
    kill(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    await removeWorld(sql, world)
    await sql.end()
  }
})
