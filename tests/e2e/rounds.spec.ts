import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, test, type Page } from '@playwright/test'
import { addApplications } from '#tests/bench/applications.ts'
import { parisClockText } from '#lib/domain/calendar.ts'
import { database } from '#tests/e2e/portal.ts'

/** Before scoring, on screen: a round is made, scorers are chosen and say on names alone what touches them, and managers settle it. */
const sql = database()
const slug = `tour-${crypto.randomUUID().slice(0, 8)}`
const ofCall = sql`(select id from call where slug = ${slug})`
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  await addApplications(sql, slug, 4)
  await sql.begin(async (tx) => {
    await tx`select portal.begin(p.id) from person p where email = 'manager@demonstration.example'`
    await tx`update application set eligibility = 'eligible' where call_id = (select id from call where slug = ${slug}) and number not like '%4'`
  })
  await sql`
    insert into call_partner (call_id, position, organisation_id, role)
    select c.id, row_number() over (order by m.organisation_id), m.organisation_id, '{"fr":"Partenaire"}' from call c, membership m join person p on p.id = m.person_id
    where c.slug = ${slug} and m.ended_at is null and p.email in ('scorer@demonstration.example', 'scorer-2@demonstration.example')`
})
test.afterAll(async () => {
  await sql`delete from round where call_id = ${ofCall}`
  await sql`delete from application where call_id = ${ofCall}`
  await sql`delete from application_draft where call_id = ${ofCall}`
  await sql`delete from call where slug = ${slug}`
  await sql`delete from organisation where slug like ${`${slug}-%`}`
  await sql.end()
})

const status = (page: Page) => page.locator('main [role=status]')
const signIn = (page: Page, persona: string) => page.request.post('/api/v1/demo/session', { data: { persona } })
const roundId = async () => (await sql<{ id: string }[]>`select id from round where call_id = ${ofCall} order by position limit 1`)[0]?.id ?? ''
const room = async (place: string, locale = 'fr') => `/${locale}/manage/rounds/${await roundId()}/${place}`
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
const faults = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)

test('a manager makes a round after the call’s grid, settles it, and asks its scorers', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto(`/fr/manage/calls/${slug}/rounds`)
  await expect(page.getByText('Aucun tour pour l’instant')).toBeVisible()
  await page.getByRole('link', { name: 'Créer un tour' }).click()
  await page.getByRole('textbox', { name: 'Nom du tour (français)' }).fill('Comité d’essai')
  await page.getByRole('textbox', { name: 'Nom du tour (anglais)' }).fill('Trial committee')
  await page.getByRole('button', { name: 'Créer le tour' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Réglages, Comité d’essai')
  expect(await faults(page)).toEqual([])
  // Something typed wrongly is told at its field, and nothing typed is lost.
  const presentation = page.locator('#presentation-form')
  const due = parisClockText(new Date(Date.now() + 20 * 86_400_000))
  await presentation.getByLabel('Évaluations à rendre avant').fill(due)
  await presentation.getByLabel('Candidatures par évaluateur').fill('0')
  await presentation.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(presentation.getByRole('alert')).toContainText('Candidatures par évaluateur')
  await expect(presentation.getByLabel('Évaluations à rendre avant')).toHaveValue(due)
  await presentation.getByLabel('Candidatures par évaluateur').fill('3')
  await presentation.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(status(page)).toHaveText('Enregistré.')
  await page.locator('#criteria-form').getByText('Un critère de plus').click()
  const added = page.locator('#criteria-form details').last()
  await added.getByRole('textbox', { name: 'Critère (français)' }).fill('Respect du vécu')
  await added.getByLabel('Poids').fill('100')
  await added.getByLabel('Posé à').selectOption('lived-experience')
  for (const mark of [1, 2, 3, 4, 5]) await added.getByRole('textbox', { name: `Note ${mark} (français)` }).fill(`Niveau ${mark}`)
  await page.locator('#criteria-form').getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.locator('#criteria-form summary').first()).toHaveText('Respect du vécu, 100\u00A0%')

  await page.goto(await room('scorers'))
  for (const box of await page.locator('#add-members').getByRole('checkbox').all()) await box.check()
  await page.getByRole('button', { name: 'Ajouter les personnes cochées' }).click()
  await expect(status(page)).toContainText('évaluateurs ajoutés')
  expect(await faults(page)).toEqual([])
  await page.getByRole('link', { name: /^Modifier Claire Delmas/ }).click()
  await page.getByRole('checkbox', { name: 'Expérience vécue' }).check()
  await page.getByRole('checkbox', { name: 'Suivi' }).check()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('row', { name: /Claire Delmas/ })).toContainText('Expérience vécue')

  await page.goto(await room('settings'))
  await expect(page.getByText('3 candidatures éligibles entrent dans le tour.')).toBeVisible()
  await page.getByRole('button', { name: 'Demander les liens d’intérêt' }).click()
  await expect(status(page)).toContainText('Liens demandés')
})

async function onPhone(browser: Browser, javaScriptEnabled: boolean, persona: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled })
  const page = await context.newPage()
  await signIn(page, persona)
  return page
}

for (const [javaScriptEnabled, persona] of [[false, 'scorer'], [true, 'scorer-2']] as const) {
  test(`a scorer says on a phone, ${javaScriptEnabled ? 'with' : 'without'} script, what touches them, on names alone`, async ({ browser }) => {
    const page = await onPhone(browser, javaScriptEnabled, persona)
    await page.goto(`/fr/scoring/rounds/${await roundId()}/conflicts`)
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('3 noms')
    expect(await fits(page)).toBe(true)
    const names = page.locator('#declaration ol > li')
    await expect(names.nth(0).getByLabel('Nature du lien')).toBeHidden()
    await names.nth(1).getByRole('checkbox').check()
    await expect(names.nth(1).getByLabel('Nature du lien')).toBeVisible()
    await page.getByRole('button', { name: 'Déclarer mes liens' }).click()
    const alert = page.locator('#declaration').getByRole('alert')
    await expect(alert).toContainText('2 champs')
    await expect(names.nth(1).getByRole('checkbox')).toBeChecked()
    await names.nth(1).getByLabel('Nature du lien').selectOption('mentoring')
    await page.getByRole('checkbox', { name: 'Je n’ai aucun lien avec les autres.' }).check()
    if (javaScriptEnabled) expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: 'Déclarer mes liens' }).click()
    await expect(page.locator('main').getByText('Vous avez répondu')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Un lien vous tient à l’écart' })).toBeVisible()
    await expect(page.locator('#declaration ol > li')).toHaveCount(2)
    expect(await fits(page)).toBe(true)
    await page.goto(`/en/scoring/rounds/${await roundId()}/conflicts`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your links of interest')
    await expect(page.getByText('Mentoring or advice').first()).toBeVisible()
    await page.context().close()
  })
}

test('a manager pins a link, lifts one with a motive, and the history stays', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto(await room('conflicts', 'en'))
  await expect(page.getByText('2 of 3 scorers have answered.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Links that stand (2)' })).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.locator('summary').filter({ hasText: 'Of a scorer' }).click()
  const pin = page.locator('#pin-form')
  await pin.getByLabel('Scorer').selectOption({ label: 'Samir Haddad' })
  await pin.getByLabel('Application').selectOption({ index: 1 })
  await pin.getByLabel('Nature of the link').selectOption('competition')
  await pin.getByLabel('In more words').fill('A shared market')
  await pin.getByRole('button', { name: 'Pin this link' }).click()
  await expect(status(page)).toContainText('Link pinned')
  const pinned = page.getByRole('listitem').filter({ hasText: 'A shared market' }).first()
  await pinned.locator('summary').filter({ hasText: 'Lift this link: Competition' }).click()
  await pinned.getByRole('button', { name: /Lift the link of Samir Haddad/ }).click()
  await expect(pinned.getByRole('alert')).toBeVisible()
  await pinned.getByRole('textbox', { name: 'Motive' }).fill('Another market after all')
  await pinned.getByRole('button', { name: /Lift the link of Samir Haddad/ }).click()
  await expect(status(page)).toHaveText('Link lifted.')
  await expect(page.getByRole('listitem').filter({ hasText: 'Another market after all' }).first()).toContainText('A shared market')
})

test('scoring opens with what is loose said, and the rules are locked', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto(await room('settings'))
  // Somebody chosen has no criterion: the grid speaks to lived experience alone.
  await expect(page.getByText(/Un critère pour chaque évaluateur/)).toBeVisible()
  await page.locator('#criteria-form summary').first().click()
  await page.locator('#criteria-form').getByLabel('Posé à').first().selectOption('everyone')
  await page.locator('#criteria-form').getByRole('button', { name: 'Enregistrer' }).click()
  await expect(status(page)).toHaveText('Enregistré.')
  await expect(page.getByText(/ont moins d’évaluateurs que prévu|a moins d’évaluateurs que prévu/)).toBeVisible()
  await page.getByRole('button', { name: 'Ouvrir les évaluations' }).click()
  await expect(page.locator('#open').getByRole('alert')).toBeVisible()
  await page.getByRole('checkbox', { name: /^Oui, ouvrir les évaluations et figer les règles/ }).check()
  await page.getByRole('button', { name: 'Ouvrir les évaluations' }).click()
  await expect(status(page)).toContainText('Évaluations ouvertes')
  await expect(page.locator('#rules-form').getByLabel('Quorum')).toBeDisabled()
  await expect(page.locator('#rules-form').getByRole('button')).toHaveCount(0)
  expect(await faults(page)).toEqual([])
  await page.goto(`/en/manage/calls/${slug}/rounds`)
  await expect(page.getByRole('row', { name: /Trial committee/ })).toContainText('Scoring open')
})

test('an organisation says who matters to it', async ({ page }) => {
  await signIn(page, 'scorer')
  await page.goto('/fr/organisations')
  await page.getByRole('link', { name: 'Hôpital des Tilleuls' }).click()
  const ties = page.locator('#tie')
  const other = `Fonds ${slug}`
  await ties.getByLabel('Organisation').fill(other)
  await ties.getByLabel('Numéro SIREN').fill('123')
  await ties.getByRole('button', { name: 'Déclarer ce lien' }).click()
  await expect(ties.getByRole('alert')).toContainText('SIREN')
  await ties.getByLabel('Numéro SIREN').fill('')
  await ties.getByRole('button', { name: 'Déclarer ce lien' }).click()
  await expect(page.getByRole('row', { name: other })).toBeVisible()
  await page.getByRole('button', { name: `Retirer ${other}` }).click()
  await expect(page.getByRole('row', { name: other })).toHaveCount(0)
})
