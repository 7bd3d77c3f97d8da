import { launch, readSettingsFile } from '#lib/launch/launch.ts'
import { openDatabase, say } from '#lib/launch/portal.ts'

/** Brings the database up to this code and ends: run once per deployment, before the portal and the worker. */
readSettingsFile()
await launch(async (launched) => {
  await openDatabase(launched)
  say('The database is up to date.')
  return 'done'
})
