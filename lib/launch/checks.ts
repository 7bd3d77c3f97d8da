import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '#lib/launch/build.ts'
import { requireChromium } from '#lib/launch/chromium.ts'
import { runTool } from '#lib/launch/tool.ts'

/** What a group of checks came to; `report` is shown when something failed. */
export type Outcome = { passed: number; failed: number; report: string }

type VitestReport = { numPassedTests: number; testResults: { status: string; assertionResults: { status: string }[] }[] }
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] }

/** The compiler over everything, after Next has written the types of its routes. Counts as one. */
export async function checkTypes(signal: AbortSignal): Promise<Outcome> {
  const routes = await runTool('next', ['typegen'], { signal, env: { NEXT_TELEMETRY_DISABLED: '1' } })
  if (routes.code !== 0) return { passed: 0, failed: 1, report: routes.output }
  return one(await runTool('typescript tsc', ['--noEmit', '--pretty', 'false'], { signal }))
}

/** Rules, import directions, and code nobody uses. Counts as one. */
export async function checkLint(signal: AbortSignal): Promise<Outcome> {
  const rules = await runTool('oxlint', ['-c', 'tests/lint/oxlintrc.json', '--deny-warnings'], { signal })
  const unused = await runTool('knip', ['--config', 'tests/lint/knip.json', '--no-progress'], { signal })
  const failures = [rules, unused].filter(({ code }) => code !== 0)
  return one({ code: failures.length, output: failures.map(({ output }) => output).join('\n') })
}

/** Vitest's projects: `domain` needs nothing, `db` starts a PostgreSQL. */
export function runVitest(projects: readonly string[], signal: AbortSignal): Promise<Outcome> {
  return reported(async (file) => {
    const args = ['run', '--config', 'tests/vitest.config.ts', ...projects.flatMap((name) => ['--project', name]), '--reporter=dot', '--reporter=json', `--outputFile=${file}`]
    return runTool('vitest', args, { signal })
  }, ({ numPassedTests, testResults }: VitestReport) => {
    const failed = testResults.map(({ status, assertionResults }) => {
      const tests = assertionResults.filter((test) => test.status === 'failed').length
      return tests === 0 && status === 'failed' ? 1 : tests
    })
    return { passed: numPassedTests, failed: failed.reduce((sum, count) => sum + count, 0) }
  })
}

/** The journeys, in a real browser, against the portal as `npm start` runs it. */
export async function runBrowser(signal: AbortSignal): Promise<Outcome> {
  const CHROMIUM_PATH = requireChromium()
  await build(signal)
  return reported(
    (file) => runTool('@playwright/test playwright', ['test', '--config', 'tests/playwright.config.ts'], { signal, env: { CHROMIUM_PATH, PORTAL_TEST_REPORT: file } }),
    ({ stats, errors }: PlaywrightReport) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }),
  )
}

/** Counts come from the tool's own report; a tool that fails without one, or beside it, is a failure more. */
async function reported<R>(run: (file: string) => Promise<{ code: number; output: string }>, count: (report: R) => { passed: number; failed: number }): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-report-'))
  const file = join(folder, 'report.json')
  try {
    const { code, output } = await run(file)
    const counted = readReport<R>(file)
    const { passed, failed } = counted ? count(counted) : { passed: 0, failed: 0 }
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, report: output }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport<R>(file: string): R | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as R
  } catch {
    return undefined
  }
}

function one({ code, output }: { code: number; output: string }): Outcome {
  return code === 0 ? { passed: 1, failed: 0, report: output } : { passed: 0, failed: 1, report: output }
}
