import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { linkFor, newAddress } from '#tests/e2e/mailbox.ts'

const faults = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
const submit = (page: Page, form: string) => page.locator(`#${form} button[type=submit]`).click()

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('from an address to an organisation with an invited colleague', async ({ page, context, request, baseURL }) => {
      const email = newAddress()
      await page.goto('/fr/organisations')
      await expect(page).toHaveURL('/fr/sign-in?returnTo=%2Ffr%2Forganisations')
      await page.fill('#ask-email', 'pas une adresse')
      await submit(page, 'ask')
      await expect(page.locator('form [role=alert]')).toContainText('Un champ est à corriger')
      await expect(page.locator('#ask-email')).toHaveValue('pas une adresse')
      await page.fill('#ask-email', email)
      await submit(page, 'ask')
      await expect(page).toHaveURL('/fr/sign-in/code')
      await page.getByRole('link', { name: 'Ouvrir la boîte aux lettres de démonstration' }).click()
      await page.getByRole('row').filter({ hasText: email }).getByRole('link').click()
      await page.locator('a[href*="/sign-in/link/"]').click()
      await submit(page, 'enter')
      await expect(page).toHaveURL('/fr/organisations')

      await page.getByRole('link', { name: 'Créer une organisation' }).click()
      await page.fill('#new-organisation-name', 'Maison Claire')
      await page.selectOption('#new-organisation-kind', 'hospital')
      await page.fill('#new-organisation-siren', '732 829 321')
      await submit(page, 'new-organisation')
      await expect(page.locator('form [role=alert]').getByRole('link')).toHaveAttribute('href', '#new-organisation-siren')
      await expect(page.locator('#new-organisation-kind')).toHaveValue('hospital')
      await page.fill('#new-organisation-siren', '732 829 320')
      await submit(page, 'new-organisation')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maison Claire')

      const colleague = newAddress()
      await page.fill('#send-invitation-email', colleague)
      await submit(page, 'send-invitation')
      await expect(page.getByRole('status')).toContainText('Invitation envoyée')
      await page.goto('/fr/mailbox')
      await page.getByRole('row').filter({ hasText: colleague }).getByRole('link').click()
      const invitation = (await page.locator('a[href*="/invitations/"]').getAttribute('href')) ?? ''
      await page.goto(invitation)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette invitation ne vous attend pas')

      await context.clearCookies()
      await page.goto(invitation)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connectez-vous pour répondre')
      await page.goto((await linkFor(request, String(baseURL), colleague)).link)
      await submit(page, 'enter')
      await expect(page).toHaveURL('/fr/account')
      await page.goto(invitation)
      await page.getByRole('button', { name: 'Accepter' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maison Claire')
      await expect(page.locator('#member-table tbody tr')).toHaveCount(2)

      await page.goto('/fr/account/delete')
      await submit(page, 'delete')
      await expect(page.locator('form [role=alert]')).toContainText('Cochez la case pour confirmer')
      await page.check('#delete-confirmed')
      await submit(page, 'delete')
      await expect(page).toHaveURL('/fr')
      expect((await context.cookies()).filter(({ name }) => name === 'portal.session')).toEqual([])
    })

    test('a persona is one press away', async ({ page }) => {
      await page.goto('/en/sign-in')
      await page.locator('[data-persona="scorer"]').click()
      await expect(page).toHaveURL('/en/account')
      await expect(page.getByRole('main')).toContainText('scorer@demonstration.example')
      await submit(page, 'sign-out')
      await expect(page).toHaveURL('/en')
    })
  })
}

test('an error takes the focus, and its link leads to the field', async ({ page }) => {
  await page.goto('/fr/sign-in')
  await submit(page, 'ask')
  await expect(page.locator('form [role=alert]')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('#ask-email')).toBeFocused()
  await expect(page.locator('#ask-email')).toHaveAttribute('aria-invalid', 'true')
})

const rooms = {
  visitor: ['/sign-in', '/sign-in?refused=disabled', '/sign-in/code', '/sign-in/link/x', '/sign-in/first-administrator/x', '/invitations/x', '/mailbox'],
  mentor: ['/account', '/account/delete', '/organisations', '/organisations/new', '/invitations/x'],
  admin: ['/admin', '/admin/people', '/admin/organisations', '/admin/audit'],
} as const

for (const [persona, paths] of Object.entries(rooms)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${persona}, ${colorScheme}`, () => {
      test.use({ colorScheme })
      for (const path of paths) {
        test(`${path} has no accessibility fault, no sideways scroll, and is kept nowhere`, async ({ page }) => {
          if (persona !== 'visitor') await page.request.post('/api/v1/demo/session', { data: { persona } })
          const complaints: string[] = []
          page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
          for (const [locale, width] of [['fr', 320], ['en', 1280]] as const) {
            await page.setViewportSize({ width, height: 800 })
            const response = await page.goto(`/${locale}${path}`)
            expect([response?.status(), response?.headers()['cache-control']]).toEqual([200, 'private, no-store'])
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
            expect(await faults(page)).toEqual([])
          }
          expect(complaints).toEqual([])
        })
      }
    })
  }
}

test('rooms of administrators do not exist for others', async ({ page }) => {
  await page.request.post('/api/v1/demo/session', { data: { persona: 'manager' } })
  for (const path of rooms.admin) expect((await page.goto(`/fr${path}`))?.status()).toBe(404)
})
