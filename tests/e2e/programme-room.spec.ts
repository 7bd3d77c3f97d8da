import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Browser, type Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { makeWorld, removeWorld, type Somebody, type World } from '#tests/access/world.ts'
import { enter } from '#tests/e2e/draft-desk.ts'
import { address, database } from '#tests/e2e/portal.ts'

/** A call's programme settled, a partner's promise kept and told, a mentor named and the programme stopped, by those it is for. */
let sql: Sql
let world: World
test.beforeEach(async () => {
  test.setTimeout(120_000)
  sql = database()
  world = await makeWorld(sql)
})
test.afterEach(async () => {
  await removeWorld(sql, world)
  await sql.end()
})

const words = {
  fr: {
    reference: 'Repris du référentiel', running: 'Un programme est en cours', save: 'Enregistrer le programme', saved: 'Enregistré.', done: 'C’est enregistré.', another: 'Un jalon de plus', milestone: 'Jalon (français)', month: 'Mois', months: 'Durée, en mois', changed: 'Quelqu’un a enregistré ce programme après que vous l’avez ouvert', over: 'Remplacer ce qui est enregistré par ce que j’ai écrit ici',
    title: 'Engagement', amount: 'Quantité', unit: 'Unité', record: 'Consigner', given: 'Déclarer ce qui a été donné', part: /^Quantité donnée/, keep: /^Enregistrer ce qui a été donné/, count: '6 sur 10 heures', left: 'Reste 4 heures', tell: 'Dire où il en est', state: 'État', why: 'Explication', keepState: /^Enregistrer l’état/, unmet: 'Non tenu',
    ask: 'Proposer quelqu’un', propose: 'Proposer', silent: 'N’a pas répondu', stopOpen: 'Arrêter ce programme avant son terme', reason: 'Raison', confirm: /^J’arrête ce programme/, stop: 'Arrêter le programme', stopped: /^Programme arrêté le/,
  },
  en: {
    reference: 'Taken from the reference data', running: 'One programme is running', save: 'Save the programme', saved: 'Saved.', done: 'Saved.', another: 'Another milestone', milestone: 'Milestone (French)', month: 'Month', months: 'Length, in months', changed: 'Somebody saved this programme after you opened it', over: 'Replace what is saved with what I wrote here',
    title: 'Commitment', amount: 'Amount', unit: 'Unit', record: 'Record', given: 'Report what was given', part: /^Amount given/, keep: /^Save what was given/, count: '6 of 10 heures', left: '4 heures left', tell: 'Say where it stands', state: 'State', why: 'Explanation', keepState: /^Save the state/, unmet: 'Not met',
    ask: 'Ask somebody', propose: 'Ask', silent: 'Has not answered', stopOpen: 'Stop this programme before its end', reason: 'Reason', confirm: /^I stop this programme/, stop: 'Stop the programme', stopped: /^Programme stopped on/,
  },
} as const

async function open(browser: Browser, persona: Somebody, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, timezoneId: 'Europe/Paris' })
  await enter(context, world, persona)
  const page = await context.newPage()
  await page.goto(path)
  return page
}
const accessible = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

for (const locale of ['fr', 'en'] as const) {
  const say = words[locale]

  test(`the programme of a call is settled, and never saved over unseen (${locale})`, async ({ browser }) => {
    const path = `/${locale}/manage/calls/${world.programme.call.slug}/programme`
    const [first, second] = await Promise.all([open(browser, 'manager', path), open(browser, 'manager-2', path)])
    await expect(first.getByText(say.reference)).toBeVisible()
    await expect(first.getByText(say.running)).toBeVisible()
    await accessible(first)
    await first.getByText(say.another).press('Enter')
    const row = first.locator('details', { hasText: say.another })
    await row.getByLabel(say.milestone).fill('Point d’étape')
    await row.getByLabel(say.month, { exact: true }).fill('6')
    await button(first, say.save).click()
    await expect(first.getByText(say.saved, { exact: true })).toBeVisible()
    await expect(first.getByText('Point d’étape', { exact: false }).first()).toBeVisible()
    await second.getByLabel(say.months).fill('8')
    await button(second, say.save).click()
    await expect(second.getByText(say.changed).first()).toBeVisible()
    await expect(second.getByLabel(say.months)).toHaveValue('8')
    await second.getByLabel(say.over).check()
    await button(second, say.save).click()
    await expect(second.getByText(say.saved, { exact: true })).toBeVisible()
    const [kept] = await sql`select months, version from programme_template where call_id = ${world.programme.call.id}`
    expect(kept).toEqual({ months: 8, version: 2 })
  })

  test(`a partner's promise is recorded, counted, and told by the partner (${locale})`, async ({ browser }) => {
    const manager = await open(browser, 'manager', `/${locale}/manage/calls/${world.programme.call.slug}/commitments`)
    await accessible(manager)
    const form = manager.locator('#record')
    await form.getByLabel(say.title, { exact: true }).fill('Un terrain')
    await form.getByLabel(say.amount, { exact: true }).fill('10')
    await form.getByLabel(say.unit, { exact: true }).fill('heures')
    await button(manager, say.record).click()
    const recorded = manager.locator('li', { hasText: 'Un terrain' })
    await expect(recorded).toBeVisible()
    const partner = await open(browser, 'scorer', `/${locale}/commitments`)
    const own = partner.locator('li', { hasText: 'Un terrain' }).last()
    await own.getByText(say.given).click()
    await own.getByLabel(say.part).fill('6')
    await own.getByRole('button', { name: say.keep }).click()
    await expect(own.getByText(say.count)).toBeVisible()
    await expect(own.getByText(say.left)).toBeVisible()
    await accessible(partner)
    await own.getByText(say.tell).click()
    await own.getByLabel(say.state, { exact: true }).selectOption('unmet')
    await own.getByLabel(say.why, { exact: false }).first().fill('Le service ferme.')
    await own.getByRole('button', { name: say.keepState }).click()
    await expect(own.getByText(say.unmet, { exact: true })).toBeVisible()
    await manager.reload()
    await expect(recorded.getByText('Le service ferme.')).toBeVisible()
    await expect(recorded.getByText(say.count)).toBeVisible()
  })

  test(`a mentor is named, and a programme is stopped with a reason (${locale})`, async ({ browser }) => {
    const { id } = world.programme
    const manager = await open(browser, 'manager', `/${locale}/manage/programmes/${id}`)
    await accessible(manager)
    await manager.getByLabel(say.ask).selectOption(`${world.people.scorer.id}_${world.organisations.hospital}`)
    await button(manager, say.propose).click()
    await expect(manager.getByText(say.done)).toBeVisible()
    await expect(manager.getByText(say.silent)).toHaveCount(2)
    await manager.getByText(say.stopOpen).click()
    const stop = manager.locator('#stop-programme')
    await stop.getByLabel(say.reason).fill('La société ferme.')
    await button(manager, say.stop).click()
    await expect(stop.getByRole('alert')).toBeVisible()
    await stop.getByLabel(say.confirm).check()
    await expect(stop.getByLabel(say.reason)).toHaveValue('La société ferme.')
    await button(manager, say.stop).click()
    await expect(manager.getByText(say.stopped)).toBeVisible()
    const laureate = await open(browser, 'laureate', `/${locale}/programmes/${id}`)
    await expect(laureate.getByText('La société ferme.')).toBeVisible()
  })
}
