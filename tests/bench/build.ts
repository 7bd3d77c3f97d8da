import { spawnSync } from 'node:child_process'
import { packStatic } from '#lib/launch/pack-static.ts'

/** Builds the portal with the bench's empty pages, in a folder of its own, and serves from there from now on. */
export async function buildForBench(): Promise<void> {
  Object.assign(process.env, { PORTAL_BENCH: '1', NODE_ENV: 'production' })
  const built = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (built.status !== 0) throw new Error('The bench build failed.')
  await packStatic('.data/bench-build')
}
