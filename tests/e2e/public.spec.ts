import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { publicPages } from '#tests/access/routes.ts'

const sizes = [320, 1280] as const

for (const locale of ['fr', 'en'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ colorScheme })
      for (const [route, path] of Object.entries(publicPages)) {
        test(`${route} has no accessibility fault, no sideways scroll and no refused script`, async ({ page }) => {
          const complaints: string[] = []
          page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
          page.on('pageerror', (error) => complaints.push(error.message))
          for (const width of sizes) {
            await page.setViewportSize({ width, height: 800 })
            const response = await page.goto(`/${locale}${path}`)
            expect(response?.status()).toBe(200)
            expect(await page.locator('html').getAttribute('lang')).toBe(locale)
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
            const { violations } = await new AxeBuilder({ page }).analyze()
            expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
          }
          expect(complaints).toEqual([])
        })
      }
    })
  }
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  for (const [route, path] of Object.entries(publicPages)) {
    test(`${route} can be read`, async ({ page }) => {
      await page.goto(`/fr${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('main')).toBeVisible()
    })
  }
})
