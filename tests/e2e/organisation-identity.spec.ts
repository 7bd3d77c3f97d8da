import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { numbers } from '#tests/company-register/double.ts'
import { linkFor, newAddress } from '#tests/e2e/mailbox.ts'

/** The company register beside the portal plays recorded answers; the number that makes it fail comes last, since it is then left alone. */
test.describe.configure({ mode: 'serial' })

const siren = '#new-organisation-siren'
const create = (page: Page) => page.locator('#new-organisation button[type=submit]').click()
const verify = (page: Page) => page.getByRole('button', { name: 'Vérifier' }).click()
const fact = (page: Page, name: string) => page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) }).first().locator('xpath=following-sibling::dd[1]')
const isMade = (page: Page) => expect(page).toHaveURL(/\/organisations\/[0-9a-f-]{36}/)

async function open(page: Page, base: string, locale: 'fr' | 'en' = 'fr') {
  const { token } = await linkFor(page.request, base, newAddress())
  await page.request.post('/api/v1/sign-in/link', { headers: { origin: base }, data: { token } })
  await page.goto(`/${locale}/organisations/new`)
}

async function expectSound(page: Page) {
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}

test.beforeEach(({ page }) => {
  page.on('pageerror', (error) => { throw error })
})

test('a number is judged while it is typed, in words', async ({ page, baseURL }) => {
  await open(page, String(baseURL))
  await page.locator(siren).pressSequentially('356 000')
  await expect(page.locator(`${siren}-error`)).toHaveCount(0)
  await verify(page)
  await expect(page.locator(`${siren}-error`)).toHaveText('Il manque des chiffres\u00A0: un numéro SIREN en a neuf.')
  await expect(page.locator(siren)).toBeFocused()
  await page.locator(siren).pressSequentially(' 001')
  await expect(page.locator(`${siren}-error`)).toHaveText(/^Ce numéro SIREN n’existe pas/)
  await expect(page.locator(siren)).toHaveAccessibleDescription(/^Ce numéro SIREN n’existe pas/)
  await page.fill(siren, '356 000 000 00048')
  await expect(page.locator(`${siren}-error`)).toHaveText(/gardez les neuf premiers/)
  await page.fill(siren, 'FR 356')
  await expect(page.locator(`${siren}-error`)).toHaveText(/que des chiffres/)
  await page.fill(siren, '356 000 000')
  await expect(page.locator(`${siren}-error`)).toHaveCount(0)
})

test('who comes from the start of an application goes back there, and nowhere else', async ({ page, baseURL }) => {
  await open(page, String(baseURL))
  for (const [asked, lands] of [['/fr/applications/start/demo-ouvert', /\/fr\/applications\/start\/demo-ouvert$/], ['https://elsewhere.example/fr', /\/fr\/organisations\/[0-9a-f-]{36}$/]] as const) {
    await page.goto(`/fr/organisations/new?returnTo=${encodeURIComponent(asked)}`)
    await page.fill('#new-organisation-name', 'Les Veilleurs')
    await create(page)
    await expect(page).toHaveURL(lands)
  }
})

test('the company found is confirmed, survives a refusal, and is kept with its address', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await open(page, String(baseURL))
  await page.fill(siren, '356 000 000')
  await page.locator(siren).press('Enter')
  await expect(page.getByText('LA POSTE', { exact: true })).toBeVisible()
  await expectSound(page)
  const decide = page.getByRole('button', { name: /nous$/ })
  await decide.focus()
  await page.keyboard.press('Enter')
  await expect(decide).toHaveText('Ce n’est pas nous')
  await expect(decide).toBeFocused()
  await expect(page.locator('#new-organisation-name')).toHaveValue('LA POSTE')
  await expectSound(page)

  await page.fill('#new-organisation-domains', 'gmail.com')
  await create(page)
  await expect(page.locator('form [role=alert]')).toContainText('Un champ est à corriger')
  await expect(page.locator(siren)).toHaveValue('356 000 000')
  await expect(decide).toHaveText('Ce n’est pas nous')
  await page.fill('#new-organisation-domains', '')
  await page.fill('#new-organisation-name', 'Le facteur')
  await create(page)
  await isMade(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le facteur')
  await expect(fact(page, 'Vérification')).toContainText('Confirmée d’après le répertoire des entreprises, le ')
  await expect(fact(page, 'Dénomination')).toHaveText('LA POSTE')
  await expect(fact(page, 'Forme juridique')).toHaveText('Société anonyme (SA)')
  await expect(fact(page, 'Adresse')).toHaveText('19 RUE DE LA POSTE 31700 CORNEBARRIEU')

  await page.getByText('Modifier', { exact: true }).click()
  await page.fill('#change-name', 'Les facteurs')
  await page.locator('#change button[type=submit]').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Les facteurs')
  await expect(fact(page, 'Vérification')).toContainText('Confirmée')

  await page.getByText('Modifier', { exact: true }).click()
  await page.fill('#change-siren', numbers.unknown)
  await expect(page.getByRole('button', { name: 'Ce n’est pas nous' })).toHaveCount(0)
  await verify(page)
  await expect(page.getByText('Le répertoire ne connaît pas ce numéro.')).toBeVisible()
  await expectSound(page)
  await page.locator('#change button[type=submit]').click()
  await expect(fact(page, 'Vérification')).toHaveText('Numéro déclaré, pas encore vérifié')
  await expect(fact(page, 'Dénomination')).toHaveCount(0)
})

test('somebody else’s number is not confirmed by sending the form', async ({ page, baseURL }) => {
  await open(page, String(baseURL))
  await page.fill(siren, numbers.found)
  await verify(page)
  await expect(page.getByRole('button', { name: 'C’est bien nous' })).toBeVisible()
  await page.fill('#new-organisation-name', 'Un autre')
  await create(page)
  await isMade(page)
  await expect(fact(page, 'Vérification')).toHaveText('Numéro déclaré, pas encore vérifié')
})

test('a company being created has no number to type', async ({ page, baseURL }) => {
  await open(page, String(baseURL))
  await page.fill(siren, numbers.found)
  await verify(page)
  await page.getByRole('button', { name: 'C’est bien nous' }).click()
  await page.getByLabel('Société en création').check()
  await expect(page.locator(siren)).toBeDisabled()
  await expect(page.getByText('LA POSTE', { exact: true })).toHaveCount(0)
  await expectSound(page)
  await page.fill('#new-organisation-name', ' ')
  await create(page)
  await expect(page.locator('form [role=alert]')).toContainText('Un champ est à corriger')
  await expect(page.getByLabel('Société en création')).toBeChecked()
  await expect(page.locator(siren)).toBeDisabled()
  // What was set aside was not sent: unticked, the form must not speak of a company its field no longer names.
  await page.getByLabel('Société en création').uncheck()
  await expect(page.locator(siren)).toHaveValue('')
  await expect(page.getByText('LA POSTE', { exact: true })).toHaveCount(0)
  await page.getByLabel('Société en création').check()
  await page.fill('#new-organisation-name', 'Bientôt')
  await create(page)
  await isMade(page)
  await expect(fact(page, 'Vérification')).toHaveText('Société en création, sans numéro pour l’instant')
})

test('in English, in the dark: not published, ceased, and a portal that does not answer', async ({ page, baseURL }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page, String(baseURL), 'en')
  const check = page.getByRole('button', { name: 'Check' })
  await page.fill(siren, numbers.undisclosed)
  await check.click()
  await expect(page.getByText('This number exists, but its holder is not published.')).toBeVisible()
  await page.fill(siren, numbers.ceased)
  await check.click()
  await expect(page.getByText(/has ceased trading/)).toBeVisible()
  await expect(page.getByText('Not published')).toHaveCount(1)
  await expectSound(page)
  await page.route('**/api/v1/companies/*', (route) => route.abort())
  await page.fill(siren, numbers.found)
  await check.click()
  await expect(page.getByText('It could not be checked just now.')).toBeVisible()
  await expectSound(page)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a number is kept as declared, and the box says there is none', async ({ page, baseURL }) => {
    await open(page, String(baseURL))
    await expect(page.getByRole('button', { name: 'Vérifier' })).toBeHidden()
    await page.fill(siren, '356 000 000')
    await page.fill('#new-organisation-name', 'Sans script')
    await page.getByLabel('Société en création').check()
    await create(page)
    await expect(page.locator('form [role=alert]')).toContainText('Une société en création n’a pas encore de numéro')
    await expect(page.locator(siren)).toHaveAttribute('value', '356 000 000')
    await page.getByLabel('Société en création').uncheck()
    await create(page)
    await isMade(page)
    await expect(fact(page, 'SIREN')).toHaveText('356\u202F000\u202F000')
    await expect(fact(page, 'Vérification')).toHaveText('Numéro déclaré, pas encore vérifié')
  })
})

test('a register that fails keeps nobody waiting, nor from going on', async ({ page, baseURL }) => {
  await open(page, String(baseURL))
  await page.fill(siren, numbers.failing)
  await verify(page)
  await expect(page.getByText('La vérification n’a pas pu se faire maintenant.')).toBeVisible()
  await expectSound(page)
  await page.fill('#new-organisation-name', 'Plus tard')
  await create(page)
  await isMade(page)
  await expect(fact(page, 'Vérification')).toHaveText('Numéro déclaré, pas encore vérifié')
})
