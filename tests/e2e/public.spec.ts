import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { publicPages, standIns } from '#tests/access/routes.ts'

const pages = [...Object.entries(publicPages).map(([route, path]) => ({ route, path, status: 200 })), ...Object.entries(standIns).map(([route, { path, status }]) => ({ route, path, status }))]

for (const locale of ['fr', 'en'] as const) {
  for (const { route, path, status } of pages) {
    test(`${route} in ${locale} has no accessibility fault, no sideways scroll and no refused script, in any theme, narrow or wide`, async ({ page }) => {
      test.setTimeout(60_000)
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && !message.text().includes(`status of ${status}`) && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      const response = await page.goto(`/${locale}${path}`)
      expect(response?.status()).toBe(status)
      expect(await page.locator('html').getAttribute('lang')).toBe(locale)
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          // No frames from elsewhere here, so no second page is needed to gather what was found.
          const axe = new AxeBuilder({ page }).setLegacyMode()
          // Themes differ in their colours alone.
          const { violations } = await (colorScheme === 'dark' ? axe.withTags('cat.color') : axe).analyze()
          expect(violations.map(({ id, nodes }) => `${width} ${colorScheme} ${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
        }
      }
      expect(complaints).toEqual([])
    })
  }
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  for (const { route, path } of pages) {
    test(`${route} can be read`, async ({ page }) => {
      await page.goto(`/fr${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('main')).toBeVisible()
    })
  }
})
