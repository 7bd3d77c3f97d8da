import { connect, disconnect } from '#db/client.ts'
import { roleUrls } from '#db/roles.ts'
import { CannotStart, env } from '#lib/env.ts'
import { launch, readSettingsFile } from '#lib/launch/launch.ts'
import { startWorker } from '#lib/worker/main.ts'

/** Jobs alone, beside portals that run with PORTAL_WORKER=off. The database must have been migrated. */
readSettingsFile()
await launch(async ({ whenEnding }) => {
  const { DATABASE_URL, AUTH_SECRET } = env()
  if (!DATABASE_URL) throw new CannotStart('A worker of its own needs DATABASE_URL: without it, jobs run inside the portal.')
  connect(roleUrls(DATABASE_URL, AUTH_SECRET))
  whenEnding(disconnect)
  const worker = await startWorker()
  whenEnding(() => worker.stop())
  console.log('The worker is ready.')
  return 'running'
})
