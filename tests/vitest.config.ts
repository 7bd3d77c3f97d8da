import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

export default defineConfig({
  root,
  test: {
    // Half of the time a test waits for PostgreSQL: one core less than there are would leave one idle.
    maxWorkers: '100%',
    projects: [
      { root, test: { name: 'domain', include: ['tests/domain/**/*.test.ts', 'tests/launch/**/*.test.ts', 'tests/server/**/*.test.ts'], testTimeout: 20_000 } },
      {
        root,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: 'tests/db/global-setup.ts',
          setupFiles: 'tests/db/setup.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
