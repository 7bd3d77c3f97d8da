import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { launch } from '#lib/launch/launch.ts'

const measurements = ['query', 'pages', 'autosave', 'file-page', 'scoring', 'editor', 'screening', 'board', 'assignment', 'ranking', 'measurements', 'rush', 'kill', 'lighthouse', 'start']

/** `npm run bench -- query pages`: runs the measurements of tests/bench, all or those named, one after the other. */
await launch(async ({ signal }) => {
  const wanted = process.argv.slice(2)
  let failed = 0
  for (const name of measurements) {
    if (signal.aborted || (wanted.length > 0 && !wanted.includes(name))) continue
    const run = spawn(process.execPath, [`tests/bench/${name}.ts`], { stdio: 'inherit' })
    signal.addEventListener('abort', () => run.kill('SIGINT'), { once: true })
    const [code] = (await once(run, 'exit')) as [number | null]
    if (code !== 0) failed += 1
  }
  return failed === 0 ? 'done' : 'failed'
})
