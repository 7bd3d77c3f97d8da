import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Browser, type Page } from '@playwright/test'
import ICAL from 'ical.js'
import type { Sql } from 'postgres'
import { makeWorld, removeWorld, type Somebody, type World } from '#tests/access/world.ts'
import { enter } from '#tests/e2e/draft-desk.ts'
import { wordsIn } from '#tests/e2e/judging-desk.ts'
import { address, database } from '#tests/e2e/portal.ts'

/** Results from the manager who proposes them to the visitor who reads and downloads them, by way of another manager. */
let sql: Sql
let world: World
test.beforeEach(async () => {
  test.setTimeout(90_000)
  sql = database()
  world = await makeWorld(sql)
  const { programme, organisations } = world
  await sql`insert into laureate ${sql({ call_id: programme.call.id, organisation_id: organisations['laureate start-up'], slug: `released-${programme.id}`, position: 0, solution: sql.json({ fr: 'Une solution' }), application_id: programme.id, demonstration: true })}`
  await sql`update call set published_at = coalesce(published_at, now()) where id = ${programme.call.id}`
  await sql`delete from disclosure where id = ${programme.disclosureId}`
})
test.afterEach(async () => {
  await sql`delete from laureate where call_id = ${world.programme.call.id}`
  await removeWorld(sql, world)
  await sql.end()
})

async function open(browser: Browser, persona: Somebody | null, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, timezoneId: 'Europe/Paris' })
  if (persona) await enter(context, world, persona)
  const page = await context.newPage()
  await page.goto(path)
  return page
}
const accessible = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

for (const locale of ['fr', 'en'] as const) {
  const t = wordsIn(locale)
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

  test(`two managers publish results; a visitor finds them from the map, reads and downloads them (${locale})`, async ({ browser }) => {
    const { call, metricId } = world.programme
    const room = `/${locale}/manage/calls/${call.slug}/results`
    const [first, second] = await Promise.all([open(browser, 'manager', room), open(browser, 'manager-2', room)])
    await accessible(first)
    await button(first, t('result.manage.propose')).click()
    await expect(first.getByText(t('result.manage.proposedByYou'))).toBeVisible()
    await expect(button(first, t('result.manage.do'))).toHaveCount(0)
    await second.reload()
    await second.getByLabel(t('result.manage.confirm')).fill('2')
    await button(second, t('result.manage.do')).click()
    await expect(second.locator('#release-form [role=alert]')).toBeVisible()
    await second.getByLabel(t('result.manage.confirm')).fill('1')
    await button(second, t('result.manage.do')).click()
    await expect(second.getByText(t('result.manage.done'))).toBeVisible()

    const visitor = await open(browser, null, `/${locale}`)
    await visitor.getByRole('link', { name: t('home.results.read') }).click()
    await visitor.locator(`a[href="/${locale}/results/${call.slug}"]`).click()
    const card = visitor.locator(`#m-${metricId}`)
    await expect(card.getByText(t('result.outcomes.improved'))).toBeVisible()
    await expect(card.getByText(t('result.claims.change-without-cause'))).toBeVisible()
    await expect(card).toContainText('60')
    await accessible(visitor)
    const csv = await (await visitor.request.get('/data/results.csv')).text()
    expect(csv.split('\r\n').filter((line) => line.startsWith(metricId))).toHaveLength(3)
    expect(await (await visitor.request.get(`/feed.atom?locale=${locale}`)).text()).toContain(`/calls/${call.slug}/results/1</id>`)
  })

  test(`a laureate’s own agenda opens in another program, and closes (${locale})`, async ({ browser }) => {
    const page = await open(browser, 'laureate', `/${locale}/account`)
    await button(page, t('calendar.section.open')).click()
    const shown = await page.locator('#open-calendar code').textContent()
    const agenda = new URL(shown ?? '').pathname
    const events = new ICAL.Component(ICAL.parse(await (await page.request.get(agenda)).text())).getAllSubcomponents('vevent')
    expect(events.map((event) => String(event.getFirstPropertyValue('uid')).split('-')[0])).toContain('milestone')
    await page.reload()
    await button(page, t('calendar.section.close')).click()
    await expect(button(page, t('calendar.section.open'))).toBeVisible()
    expect((await page.request.get(agenda)).status()).toBe(404)
  })
}
