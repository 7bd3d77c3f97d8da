import { AxeBuilder } from '@axe-core/playwright'
import { expect as soon, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { freePort } from '#db/free-port.ts'
import { type SpawnedPortal, spawnPortal } from '#lib/launch/spawn-portal.ts'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { enter } from '#tests/e2e/draft-desk.ts'
import { address, database, databaseUrl, secret } from '#tests/e2e/portal.ts'
import { type Committee, makeCommittee, removeCommittee } from '#tests/factories/committee.ts'
import { readPdf } from '#tests/server/read-pdf.ts'

/** A jury of six meets on two instances of the portal over one database, from its agenda to its minutes. */
// Nine pages follow one another through two servers: each has the time a busy machine needs.
const expect = soon.configure({ timeout: 20_000 })
const personas = ['scorer', 'scorer-2', 'mentor', 'laureate', 'rival', 'conflicted'] as const
type Juror = (typeof personas)[number]
const names: Readonly<Record<Juror, string>> = { scorer: 'Anne Préside', 'scorer-2': 'Basile Deux', mentor: 'Chloé Trois', laureate: 'Driss Quatre', rival: 'Eva Cinq', conflicted: 'Fanny Liée' }
const voters = personas.filter((persona) => persona !== 'conflicted')

let sql: Sql
let world: World
let jury: Committee
let second: SpawnedPortal
let port: number
/** The other instance: the same database and secret, a port that a restart keeps. */
const startSecond = () => spawnPortal({ PORT: String(port), DATABASE_URL: databaseUrl(), AUTH_SECRET: secret(), PORTAL_DEMONSTRATION: 'on', PORTAL_WORKER: 'off' })

test.beforeEach(async () => {
  test.setTimeout(240_000)
  sql = database()
  world = await makeWorld(sql)
  const { people, organisations } = world
  // Whoever judges sits in a partner organisation.
  for (const persona of personas) await sql`insert into membership ${sql({ organisation_id: organisations.hospital, person_id: people[persona].id, role: 'member' })} on conflict do nothing`
  jury = await makeCommittee(sql, {
    managerId: people.manager.id, kind: 'jury', solutions: ['Relais', 'Veille'], rules: { quorum: 4, tie_rule: ['median'] },
    seats: personas.map((persona) => ({ personId: people[persona].id, organisationId: organisations.hospital, name: names[persona], chair: persona === 'scorer' })),
  })
  await sql`insert into conflict ${sql({ call_id: jury.call.id, application_id: jury.applications[0]?.id ?? '', person_id: people.conflicted.id, origin: 'declared', reason: 'investment', made_by: people.conflicted.id })}`
  port = await freePort()
  second = await startSecond()
})
test.afterEach(async () => {
  await second.stop()
  await removeCommittee(sql, jury)
  await removeWorld(sql, world)
  await sql.end()
})

async function open(browser: Browser, persona: Juror | 'manager', base: string, path: string, phone = false): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ baseURL: base, locale: 'fr-FR', timezoneId: 'Europe/Paris', ...(phone ? { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } : {}) })
  await enter(context, world, persona)
  const page = await context.newPage()
  await page.goto(path)
  return page
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const step = (page: Page) => page.locator('li[aria-current=step]')
async function give(page: Page, score: string): Promise<void> {
  await page.getByRole('radio', { name: score, exact: true }).check()
  await page.locator('#score-form').getByRole('button').click()
  await expect(page.getByText(`Votre note est ${score}. Personne ne la voit encore.`)).toBeVisible()
}
const accessible = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

test('a jury of six meets on two instances, loses one in the middle, and ends with its minutes', async ({ browser }) => {
  const manager = await open(browser, 'manager', address, `/fr/manage/rounds/${jury.roundId}/jury`)
  await button(manager, 'Préparer l’ordre du jour').click()
  await expect(manager.getByText('2 candidatures sont à l’ordre du jour.')).toBeVisible()
  await accessible(manager)

  // Every other juror is on the other instance, one of them on a phone; the room's screen too.
  const entries = await Promise.all(personas.map(async (persona, index) => [persona, await open(browser, persona, index % 2 === 0 ? address : second.address, `/fr/scoring/rounds/${jury.roundId}/jury`, persona === 'laureate')] as const))
  const pages = Object.fromEntries(entries) as Record<Juror, Page>
  const { scorer: chair, conflicted } = pages
  const elsewhere = [pages['scorer-2'], pages.laureate, conflicted]
  const projector = await open(browser, 'manager', second.address, `/fr/manage/rounds/${jury.roundId}/jury/projector`)
  for (const page of Object.values(pages)) await button(page, 'Je suis là').click()
  for (const page of [manager, ...elsewhere]) await expect(page.getByRole('heading', { name: 'Présents : 6 sur 6' })).toBeVisible()

  await button(chair, 'Ouvrir la réunion').click()
  for (const page of [manager, projector, pages['scorer-2'], pages.mentor]) await expect(page.getByText(/^Point 1 sur 2/)).toBeVisible()
  // The application somebody is linked to, first: they leave, and are told nothing more.
  if (!(await chair.locator('#current').textContent())?.includes('Relais')) await button(chair, 'Y passer\u00A0: Relais').click()
  for (const page of [manager, ...voters.map((persona) => pages[persona])]) {
    await expect(page.locator('#current')).toHaveText('Relais')
    await expect(page.getByText('Sort de la salle : Fanny Liée.')).toBeVisible()
  }
  await expect(projector.getByText('Sort de la salle : Fanny Liée.')).toBeVisible()
  await expect(conflicted.getByText('Sortez, s’il vous plaît')).toBeVisible()
  expect(await conflicted.content()).not.toContain('Relais')

  await button(chair, 'Ouvrir les notes privées').click()
  const before: Record<string, string> = { scorer: '2', 'scorer-2': '4,5', mentor: '3', laureate: '5', rival: '3,5' }
  for (const persona of voters.slice(0, 3)) await give(pages[persona], before[persona] ?? '')
  await expect(projector.getByText('3 notes sur 5. Quorum : 4.')).toBeVisible()
  await button(chair, 'Montrer les notes').click()
  await expect(chair.locator('#step-form [role=alert]')).toBeVisible()
  for (const page of [manager, projector, chair]) await expect(page.locator('#scores')).toHaveCount(0)
  for (const persona of voters.slice(3)) await give(pages[persona], before[persona] ?? '')
  expect(await pages.laureate.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await accessible(chair)
  await button(chair, 'Montrer les notes').click()
  for (const page of [manager, projector, pages['scorer-2'], pages.laureate]) await expect(page.getByRole('row', { name: /Moyenne\s+3,6/ })).toBeVisible()
  await expect(projector.getByRole('row', { name: /Basile Deux\s+4,5/ })).toBeVisible()
  await expect(conflicted.getByText('Sortez, s’il vous plaît')).toBeVisible()
  expect(await conflicted.content()).not.toMatch(/Relais|4,5/)
  await accessible(projector)
  // The room sees the meeting, and nothing of whoever opened the screen.
  for (const role of ['navigation', 'banner', 'contentinfo'] as const) await expect(projector.getByRole(role)).toHaveCount(0)

  // One instance goes away; those on the other go on, and nobody has to load a page again.
  await second.stop()
  for (const page of elsewhere) await expect(page.getByText('La liaison est coupée')).toBeVisible()
  await chair.locator('[name=notes]').fill('Convaincant, mais la mesure de départ manque.')
  await button(chair, 'Enregistrer les notes de séance').click()
  await button(chair, 'Ouvrir les notes finales').click()
  await expect(step(pages.mentor)).toHaveText('Notes finales')
  second = await startSecond()
  for (const page of [pages['scorer-2'], pages.laureate]) {
    await expect(step(page)).toHaveText('Notes finales')
    await expect(page.getByText('La liaison est coupée')).toHaveCount(0)
    await expect(page.getByText('Convaincant, mais la mesure de départ manque.')).toBeVisible()
  }
  const after: Record<string, string> = { scorer: '3', 'scorer-2': '4,5', mentor: '3', laureate: '4', rival: '3,5' }
  for (const persona of voters) await give(pages[persona], after[persona] ?? '')
  await button(manager, 'Arrêter les notes finales').click()
  for (const page of [chair, pages.laureate, projector]) await expect(page.getByRole('row', { name: /Moyenne\s+3,6\s+3,6/ })).toBeVisible()

  await button(chair, 'Y passer\u00A0: Veille').click()
  await expect(conflicted.locator('#current')).toHaveText('Veille')
  await expect(conflicted.getByText('Sortez, s’il vous plaît')).toHaveCount(0)
  await button(manager, 'Ouvrir les notes privées').click()
  for (const persona of personas) await give(pages[persona], '4')
  await button(manager, 'Montrer les notes').click()
  await button(manager, 'Ouvrir les notes finales').click()
  for (const persona of personas) {
    await expect(step(pages[persona])).toHaveText('Notes finales')
    await give(pages[persona], '4')
  }
  await button(manager, 'Arrêter les notes finales').click()
  await expect(manager.locator('#place-table')).toContainText(/1\s*Veille.*2\s*Relais/)
  await manager.getByRole('checkbox', { name: /Toutes les candidatures ont été vues/ }).check()
  await button(manager, 'Clore la réunion').click()
  for (const page of [manager, chair, pages['scorer-2']]) await expect(page.getByText('La réunion est terminée').first()).toBeVisible()
  await expect(projector.getByText('La réunion est terminée')).toBeVisible()
  await accessible(manager)

  const link = (await manager.getByRole('link', { name: 'Procès-verbal (PDF)' }).getAttribute('href')) ?? ''
  const minutes = (await readPdf(await (await manager.request.get(link)).body())).text.replace(/\s+/g, ' ')
  for (const said of ['Anne Préside (préside)', 'Sortis de la salle Fanny Liée', 'Anne Préside 2 3 +1', 'Driss Quatre 5 4 −1', 'Basile Deux 4,5 4,5 inchangée', 'Moyenne finale 3,6', 'Convaincant, mais la mesure de départ manque.']) expect(minutes).toContain(said)
  expect((await chair.request.get(link)).status()).toBe(404)
})

test('who does not take part follows nothing: no answer, no event', async () => {
  const [row] = await sql<{ id: string }[]>`insert into deliberation ${sql({ round_id: jury.roundId })} returning id`
  const stream = (persona: 'founder' | 'admin' | null) => fetch(`${second.address}/api/v1/deliberations/${row?.id}/stream`, { headers: persona ? { cookie: `portal.session=${world.people[persona].token}` } : {} })
  for (const persona of ['founder', 'admin'] as const) {
    const answer = await stream(persona)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect(await answer.text()).not.toContain('event:')
  }
  expect((await stream(null)).status).toBe(401)
  const leave = new AbortController()
  const followed = await fetch(`${second.address}/api/v1/deliberations/${row?.id}/stream`, { headers: { cookie: `portal.session=${world.people.scorer.token}` }, signal: leave.signal })
  expect([followed.status, followed.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
  leave.abort()
})
