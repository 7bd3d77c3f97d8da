import { checkLint, checkTypes, runBrowser, runVitest } from '#lib/launch/checks.ts'
import { launch } from '#lib/launch/launch.ts'
import { tally } from '#lib/launch/tally.ts'

/** The whole suite: types, lint, domain, database, and a real browser. */
await launch(({ signal }) => tally([
  ['Types', checkTypes],
  ['Lint', checkLint],
  ['Domain and database', (aborted) => runVitest(['domain', 'db'], aborted)],
  ['Browser', runBrowser],
], signal))
