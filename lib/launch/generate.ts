import { launch } from '#lib/launch/launch.ts'
import { runTool } from '#lib/launch/tool.ts'

/** Writes the migration from the schema of db/schema to that of the last migration. */
await launch(async ({ signal }) => {
  const { code, output } = await runTool('drizzle-kit', ['generate', '--config', 'db/drizzle.config.ts', ...process.argv.slice(2)], { signal })
  console.log(output.trim())
  return code === 0 ? 'done' : 'failed'
})
