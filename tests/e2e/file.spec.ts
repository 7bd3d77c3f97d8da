import { createHash } from 'node:crypto'
import { expect, type Locator, type Page, test } from '@playwright/test'
import type { Sql } from 'postgres'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { enter } from '#tests/e2e/draft-desk.ts'
import { address, ask, cookieOf, database } from '#tests/e2e/portal.ts'
import { pdf, png } from '#tests/server/corpus.ts'

/** Files in a real browser: chosen, watched, refused with a reason, tried again, opened, taken out. */
let sql: Sql
let world: World
test.beforeEach(async ({ context }) => {
  sql = database()
  world = await makeWorld(sql)
  await context.addCookies([{ name: 'portal.session', value: world.people.founder.token, url: address }])
})
test.afterEach(async () => {
  await removeWorld(sql, world)
  await sql.end()
})

const evidence = (page: Page): Locator => page.getByRole('group', { name: /^Fichiers/ })
const give = (page: Page, name: string, buffer: Buffer, mimeType = 'application/pdf') => evidence(page).locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
const edit = (page: Page) => page.goto(`/fr/applications/${world.draft.id}/edit`)
const sha256 = (bytes: Buffer, encoding: 'hex' | 'base64' = 'hex') => createHash('sha256').update(bytes).digest(encoding)

test('a document and a picture are sent while a field is saved, and come back as they went, as attachments', async ({ page }) => {
  const [document, picture] = [pdf(3_000_000), await png(600, 400)]
  await edit(page)
  await expect(evidence(page)).toContainText('20\u00A0Mo par fichier')
  await expect(evidence(page)).toContainText('Ne joignez aucune donnée de patient')
  await evidence(page).locator('input[type=file]').setInputFiles([{ name: 'Étude d’impact.pdf', mimeType: 'application/pdf', buffer: document }, { name: 'capture.png', mimeType: 'image/png', buffer: picture }])
  await page.getByLabel(/^La solution en une phrase/).fill('Une autre phrase')
  for (const name of ['Étude d’impact.pdf', 'capture.png']) await expect(evidence(page).getByRole('listitem').filter({ hasText: name })).toContainText('reçu intact')
  await expect(evidence(page).getByRole('progressbar')).toHaveCount(0)
  await expect.poll(async () => (await sql`select pitch from application_draft where id = ${world.draft.id}`)[0]?.pitch).toBe('Une autre phrase')
  const rows = await sql<{ id: string; name: string; sha256: string; received: string }[]>`select id, name, sha256, received_sha256 as received from file where draft_id = ${world.draft.id} and id <> ${world.draft.fileId} order by id`
  expect(rows.map(({ name, received }) => [name, received])).toEqual([['Étude d’impact.pdf', sha256(document)], ['capture.png', sha256(picture)]])
  const answer = await ask(`/api/v1/files/${rows[0]?.id}`, { headers: cookieOf(world, 'founder') })
  expect(answer).toMatchObject({
    status: 200,
    headers: {
      'content-type': 'application/pdf', 'content-length': '3000000', 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'", 'cache-control': 'private, no-store',
      'content-disposition': "attachment; filename=\"_tude d_impact.pdf\"; filename*=UTF-8''%C3%89tude%20d%E2%80%99impact.pdf", 'repr-digest': `sha-256=:${sha256(document, 'base64')}:`, 'cross-origin-resource-policy': 'same-origin',
    },
  })
  expect(await ask(`/api/v1/files/${rows[0]?.id}`, { method: 'HEAD', headers: cookieOf(world, 'founder') })).toMatchObject({ status: 200, text: '', headers: { 'content-length': '3000000' } })
  const download = page.waitForEvent('download')
  await evidence(page).getByRole('link', { name: 'Étude d’impact.pdf' }).click()
  expect((await download).suggestedFilename()).toBe('Étude d’impact.pdf')
  await page.reload()
  await expect(evidence(page).getByRole('link', { name: 'capture.png' })).toBeVisible()
})

test('says how far a file is, can be stopped, and then leaves nothing', async ({ page, context }) => {
  await edit(page)
  const slow = await context.newCDPSession(page)
  await slow.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 })
  await give(page, 'long.pdf', pdf(15_000_000))
  const bar = evidence(page).getByRole('progressbar', { name: 'long.pdf' })
  await expect(bar).toHaveAttribute('aria-valuetext', /^Envoi\u00A0: [1-9]\d?\u00A0%$/, { timeout: 20_000 })
  await evidence(page).getByRole('button', { name: 'Annuler l’envoi de long.pdf' }).click()
  await expect(evidence(page).getByText('long.pdf')).toHaveCount(0)
  await slow.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 })
  await give(page, 'court.pdf', pdf())
  await expect(evidence(page).getByRole('listitem').filter({ hasText: 'court.pdf' })).toContainText('reçu intact')
  expect([...(await sql`select name from file where draft_id = ${world.draft.id} and id <> ${world.draft.fileId}`)]).toEqual([{ name: 'court.pdf' }])
})

test('a page under a document’s name is refused in words, at the file and aloud, and hidden on demand', async ({ page }) => {
  const sentence = 'Ce fichier est endommagé, ou son contenu ne correspond pas à son nom.'
  await edit(page)
  await give(page, 'plan.pdf', Buffer.from('<!doctype html><script>alert(1)</script>'))
  const row = evidence(page).getByRole('listitem').filter({ hasText: 'plan.pdf' })
  await expect(row).toContainText(sentence)
  await expect(evidence(page).getByRole('alert')).toContainText(`plan.pdf\u00A0: ${sentence}`)
  await expect(row.getByRole('button', { name: /Réessayer/ })).toHaveCount(0)
  await row.getByRole('button', { name: /^Masquer plan\.pdf/ }).click()
  await expect(row).toHaveCount(0)
  await give(page, 'dessin.svg', Buffer.from('<svg/>'), 'image/svg+xml')
  await expect(evidence(page).getByRole('listitem').filter({ hasText: 'dessin.svg' })).toContainText('Ce type de fichier n’est pas accepté.')
  expect(await sql`select 1 from file where draft_id = ${world.draft.id} and id <> ${world.draft.fileId}`).toHaveLength(0)
})

test('a cut line is said, and trying again sends it once', async ({ page, context }) => {
  await edit(page)
  await context.setOffline(true)
  await give(page, 'plan.pdf', pdf())
  const row = evidence(page).getByRole('listitem').filter({ hasText: 'plan.pdf' })
  await expect(row).toContainText('la connexion est coupée')
  await context.setOffline(false)
  await row.getByRole('button', { name: 'Réessayer d’envoyer plan.pdf' }).click()
  await expect(row).toContainText('reçu intact')
  expect(await sql`select 1 from file where draft_id = ${world.draft.id} and name = 'plan.pdf'`).toHaveLength(1)
})

test('a file is taken out, and after the deadline no more', async ({ page }) => {
  const [own] = await sql<{ name: string }[]>`select name from file where id = ${world.draft.fileId}`
  await edit(page)
  await give(page, 'plan.pdf', pdf())
  await expect(evidence(page).getByRole('listitem').filter({ hasText: 'plan.pdf' })).toContainText('reçu intact')
  await evidence(page).getByRole('button', { name: `Retirer ${own?.name}` }).click()
  await expect(evidence(page).getByRole('link', { name: own?.name ?? '' })).toHaveCount(0)
  expect((await ask(`/api/v1/files/${world.draft.fileId}`, { headers: cookieOf(world, 'founder') })).status).toBe(404)
  await sql`update late_permit set revoked_at = now() where call_id = ${world.openCall.id}`
  await sql`update call set closes_at = now() - interval '1 hour' where id = ${world.openCall.id}`
  await evidence(page).getByRole('button', { name: 'Retirer plan.pdf' }).click()
  await expect(evidence(page).getByRole('alert')).toContainText('La date limite est passée')
  await give(page, 'tard.pdf', pdf())
  await expect(evidence(page).getByRole('listitem').filter({ hasText: 'tard.pdf' })).toContainText('La date limite est passée')
})

test('a file dropped beside the places for it leaves the page as it is', async ({ page }) => {
  await edit(page)
  await give(page, 'plan.pdf', pdf())
  await expect(evidence(page).getByRole('listitem').filter({ hasText: 'plan.pdf' })).toContainText('reçu intact')
  const isTaken = (target: string, kind: 'dragover' | 'drop', what: 'file' | 'words') => page.evaluate(([target, kind, what]) => {
    const dataTransfer = new DataTransfer()
    if (what === 'file') dataTransfer.items.add(new File(['%PDF-'], 'perdu.pdf'))
    else dataTransfer.setData('text/plain', 'des mots')
    return !document.querySelector(target)?.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }))
  }, [target, kind, what] as const)
  for (const target of ['body', 'h1', '#field-pitch']) {
    expect([await isTaken(target, 'dragover', 'file'), await isTaken(target, 'drop', 'file')]).toEqual([true, true])
    expect(await isTaken(target, 'drop', 'words')).toBe(false)
  }
  await expect(page.getByText('perdu.pdf')).toHaveCount(0)
})

test('an infected file is nowhere a link: its authors are told to replace it, managers why they cannot open it', async ({ page, browser, baseURL }) => {
  await sql`update file set scan = 'infected' where draft_id in (${world.draft.id}, ${world.application.id})`
  const [own] = await sql<{ name: string }[]>`select name from file where id = ${world.draft.fileId}`
  const links = (on: Page, id: string) => on.locator(`a[href*="/api/v1/files/${id}"]`)
  await edit(page)
  await expect(evidence(page).getByRole('listitem').filter({ hasText: own?.name ?? '' })).toContainText('Retirez-le')
  await expect(links(page, world.draft.fileId)).toHaveCount(0)
  await page.goto(`/fr/applications/${world.draft.id}/review`)
  await expect(page.getByRole('link', { name: 'Retirez-le et envoyez-en un autre' })).toHaveAttribute('href', `/fr/applications/${world.draft.id}/edit#field-files`)
  await expect(links(page, world.draft.fileId)).toHaveCount(0)
  const context = await browser.newContext({ baseURL: String(baseURL) })
  await enter(context, world, 'manager')
  const desk = await context.newPage()
  await desk.goto(`/fr/manage/applications/${world.application.id}`)
  await expect(desk.getByRole('region', { name: 'Fichiers', exact: true })).toContainText('Personne ne peut l’ouvrir')
  await expect(links(desk, world.application.fileId)).toHaveCount(0)
  await context.close()
})

test('a body far beyond what is allowed is refused before it is read, and the next request is answered', async () => {
  const send = (size: number) => ask(`/api/v1/drafts/${world.draft.id}/files?name=a.pdf`, {
    method: 'POST', headers: { ...cookieOf(world, 'founder'), origin: address, 'idempotency-key': crypto.randomUUID() }, body: Buffer.alloc(size),
  })
  const answer = await send(40_000_000)
  if (answer.status !== 0) expect({ status: answer.status, body: JSON.parse(answer.text) }).toMatchObject({ status: 413, body: { code: 'invalid', faults: [{ path: 'file', code: 'file-too-large' }] } })
  expect((await ask('/healthz')).status).toBe(200)
  expect(await sql`select 1 from file where draft_id = ${world.draft.id} and id <> ${world.draft.fileId}`).toHaveLength(0)
})
