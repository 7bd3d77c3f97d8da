import { defineConfig, devices } from '@playwright/test'

const root = process.getuid?.() === 0
const program = process.env.CHROMIUM_PATH

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  globalSetup: './e2e/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // `npm test` counts from the file; a run by hand reads the list.
  reporter: process.env.PORTAL_TEST_REPORT ? [['dot'], ['json', { outputFile: process.env.PORTAL_TEST_REPORT }]] : 'list',
  use: {
    ...devices['Desktop Chrome'],
    // Set by the global set-up, which starts a portal of the run's own.
    baseURL: process.env.PORTAL_TEST_ADDRESS ?? '',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // Costs a picture and a copy of the page at each step: asked for by hand, to see what a failure looked like.
    trace: process.env.PORTAL_TEST_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: { ...(program ? { executablePath: program } : {}), chromiumSandbox: !root },
  },
})
