import { checkLint, checkTypes, runVitest } from '#lib/launch/checks.ts'
import { launch } from '#lib/launch/launch.ts'
import { tally } from '#lib/launch/tally.ts'

/** What can be known in a minute, without a database or a browser. */
await launch(({ signal }) => tally([
  ['Types', checkTypes],
  ['Lint', checkLint],
  ['Domain', (aborted) => runVitest(['domain'], aborted)],
], signal))
