import { createHash } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, expect, test, type Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { parisClockText } from '#lib/domain/calendar.ts'
import { enter } from '#tests/e2e/draft-desk.ts'
import { database } from '#tests/e2e/portal.ts'

/** From the review to the receipt, a correction and an answer: a founder and a manager, with and without script. */
let sql: Sql
let world: World
test.beforeEach(async () => {
  sql = database()
  world = await makeWorld(sql)
})
test.afterEach(async () => {
  await removeWorld(sql, world)
  await sql.end()
})

const file = () => `/fr/applications/${world.draft.id}`
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const save = async (context: BrowserContext, baseURL: string | undefined, fields: object) => {
  const { version } = await (await context.request.get(`/api/v1/drafts/${world.draft.id}`)).json()
  const answer = await context.request.put(`/api/v1/drafts/${world.draft.id}`, { data: { fields }, headers: { origin: baseURL ?? '', 'if-match': `"${version}"`, 'idempotency-key': crypto.randomUUID() } })
  expect(answer.status()).toBe(200)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a file is reviewed, deposited, proved, corrected and talked about', async ({ page, context, browser, baseURL }) => {
      await enter(context, world, 'founder')
      await save(context, baseURL, { team: null })
      await page.goto(`${file()}/review`)
      await expect(page.getByRole('heading', { name: 'Un point à compléter' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Équipe' })).toHaveAttribute('href', `${file()}/edit#field-team`)
      await expect(page.getByRole('button', { name: 'Déposer', exact: true })).toHaveCount(0)

      await save(context, baseURL, { team: 'Deux médecins' })
      await page.goto(`${file()}/review`)
      await press(page, 'Déposer')
      await expect(page.locator('form [role=alert]')).toContainText('Cochez la case pour confirmer.')
      await page.locator('[name=confirmed]').check()
      await press(page, 'Déposer')
      await expect(page).toHaveURL(`${file()}/receipt?new=1`)
      await expect(page.locator('main [role=status]')).toContainText('Votre candidature est déposée')
      const number = `${world.openCall.slug.toUpperCase()}-0001`
      await expect(page.getByText(number, { exact: true })).toBeVisible()
      const frozen = await context.request.get(await page.getByRole('link', { name: 'Contenu figé (JSON)' }).getAttribute('href') ?? '')
      await expect(page.locator('main')).toContainText(createHash('sha256').update(await frozen.body()).digest('hex'))
      const pdf = await context.request.get(await page.getByRole('link', { name: 'Récépissé (PDF)' }).getAttribute('href') ?? '')
      expect([pdf.headers()['content-type'], (await pdf.body()).subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-'])

      await save(context, baseURL, { team: 'Trois médecins' })
      await page.goto(file())
      await expect(page.locator('main')).toContainText('vos changements depuis ne sont pas déposés')
      await expect(page.locator('main')).toContainText('Changé depuis\u00A0: Équipe.')

      const desk = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled })
      await enter(desk, world, 'manager')
      const managed = await desk.newPage()
      await managed.goto(`/fr/manage/applications/${world.draft.id}`)
      await expect(managed.locator('main')).toContainText('Deux médecins')
      await expect(managed.locator('main')).not.toContainText('Trois médecins')
      await managed.locator('#ask summary').click()
      await press(managed, 'Envoyer la demande')
      await expect(managed.locator('#ask-form [role=alert]')).toContainText('Cochez au moins un champ à rouvrir.')
      await managed.getByLabel('Équipe', { exact: true }).check()
      await managed.locator('[name=request]').fill('Qui suit les personnes la nuit ?')
      await managed.locator('[name=until]').fill(parisClockText(new Date(Date.now() + 5 * 86_400_000)).slice(0, 16))
      await press(managed, 'Envoyer la demande')
      await expect(managed.locator('main [role=status]')).toContainText('La demande est envoyée.')
      await managed.locator('#message [name=text]').fill('Bonjour,\n\nune question.')
      await press(managed, 'Envoyer')
      await expect(managed.locator('main')).toContainText('une question.')

      await page.goto('/fr/applications')
      await expect(page.locator('main')).toContainText('Correction demandée')
      await page.getByRole('link', { name: 'un message non lu' }).click()
      await expect(page.locator('main')).toContainText('une question.')
      await page.locator('[name=text]').fill('Une réponse.')
      await press(page, 'Envoyer')
      await expect(page.locator('main')).toContainText('Une réponse.')
      await page.locator('[name=text]').fill('Une seconde.')
      await press(page, 'Envoyer')
      await expect(page.locator('main')).toContainText('Une seconde.')
      await page.goto(file())
      await expect(page.locator('main')).toContainText('Qui suit les personnes la nuit ?')
      await page.locator('[name=confirmed]').first().check()
      await press(page, 'Déposer la correction')
      await expect(page).toHaveURL(`${file()}/receipt?new=1`)
      await expect(page.locator('main')).toContainText('dépôt n°\u00A02, à la place de celui du')
      await managed.goto(`/fr/manage/applications/${world.draft.id}`)
      await expect(managed.locator('main')).toContainText('Trois médecins')

      await page.goto(file())
      await page.locator('summary').filter({ hasText: 'Retirer la candidature' }).click()
      await page.locator('#withdraw [name=confirmed]').check()
      await press(page, 'Retirer la candidature')
      await expect(page.locator('main')).toContainText('n’est plus visible de l’équipe de l’appel')
      expect((await managed.goto(`/fr/manage/applications/${world.draft.id}`))?.status()).toBe(404)
      await desk.close()
    })

    test('a file starts from an earlier one, shown field by field first', async ({ page, context }) => {
      await enter(context, world, 'founder')
      await page.goto(file())
      await page.locator(`a[href$="/applications/start/${world.laterCall.slug}/from/${world.draft.id}"]`).click()
      await expect(page.getByRole('row').filter({ hasText: /^Équipe/ })).toContainText('Repris')
      await page.getByRole('button', { name: /^Reprendre ces/ }).click()
      await expect(page).toHaveURL(/\/fr\/applications\/[0-9a-f-]{36}\/edit/)
      const [made] = await sql<{ team: string; consent: boolean | null; version: number }[]>`select team, consent, version from application_draft where call_id = ${world.laterCall.id}`
      expect(made).toEqual({ team: expect.stringContaining('canary-draft-team'), consent: null, version: 1 })
    })

    test('a deadline is moved and a permit granted and revoked, each refused first with what was typed kept', async ({ page, context }) => {
      await enter(context, world, 'manager')
      await page.goto(`/fr/manage/calls/${world.openCall.slug}/deadline`)
      await page.locator('#move-form [name=to]').fill('2027-03-28T02:30')
      await page.locator('#move-form [name=reason]').fill('Jour férié')
      await press(page, 'Déplacer la clôture')
      await expect(page.locator('#move-form [role=alert]')).toContainText('Cette heure n’existe pas à Paris')
      await expect(page.locator('#move-form [name=reason]')).toHaveValue('Jour férié')
      await page.locator('#move-form [name=to]').fill(parisClockText(new Date(Date.now() + 25 * 86_400_000)).slice(0, 16))
      await press(page, 'Déplacer la clôture')
      await expect(page.locator('main [role=status]')).toContainText('La clôture est déplacée. 2 personnes sont prévenues.')
      await page.goto(`/fr/calls/${world.openCall.slug}`)
      await expect(page.locator('main')).toContainText('Jour férié')

      await page.goto(`/fr/manage/calls/${world.openCall.slug}/deadline`)
      await page.locator('#grant-form [name=organisationId]').selectOption(world.organisations['start-up'])
      await page.locator('#grant-form [name=email]').fill(world.people.rival.email)
      await page.locator('#grant-form [name=until]').fill(parisClockText(new Date(Date.now() + 28 * 86_400_000)).slice(0, 16))
      await page.locator('#grant-form [name=reason]').fill('Panne')
      await press(page, 'Accorder le délai')
      await expect(page.locator('#grant-form [role=alert]')).toContainText('n’est pas celle d’un membre')
      await page.locator('#grant-form [name=email]').fill(world.people.founder.email)
      await press(page, 'Accorder le délai')
      await expect(page.locator('main [role=status]')).toContainText('Le délai est accordé')
      const granted = page.locator('#permit-table').getByRole('row').filter({ hasText: 'Panne' })
      await granted.getByRole('button', { name: /^Révoquer/ }).click()
      await expect(granted).toContainText('Révoqué')
    })
  })
}

const pages = [
  ['laureate', () => '/applications'],
  ['laureate', ({ application }: World) => `/applications/${application.id}`],
  ['laureate', ({ application }: World) => `/applications/${application.id}/receipt`],
  ['laureate', ({ application }: World) => `/applications/${application.id}/messages`],
  ['laureate', ({ application }: World) => `/applications/${application.id}/review`],
  ['founder', ({ draft }: World) => `/applications/${draft.id}`],
  ['founder', ({ draft }: World) => `/applications/${draft.id}/review`],
  ['founder', ({ draft, laterCall }: World) => `/applications/start/${laterCall.slug}/from/${draft.id}`],
  ['manager', ({ application }: World) => `/manage/applications/${application.id}`],
  ['manager', ({ openCall }: World) => `/manage/calls/${openCall.slug}/deadline`],
] as const

test('every page of it stands up to axe, in both languages and themes, and fits a narrow screen', async ({ page, context }) => {
  test.setTimeout(180_000)
  const faults: string[] = []
  for (const [who, path] of pages) {
    await context.clearCookies()
    await enter(context, world, who)
    for (const [locale, colorScheme, width] of [['fr', 'light', 1280], ['en', 'dark', 320]] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`/${locale}${path(world)}`)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      faults.push(...violations.map(({ id, nodes }) => `${path(world)} ${locale} ${colorScheme} ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`))
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (over > 0) faults.push(`${path(world)} is ${over} px too wide at ${width}`)
    }
  }
  expect(faults).toEqual([])
})
