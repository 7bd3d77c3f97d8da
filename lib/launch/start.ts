import { launch, readSettingsFile } from '#lib/launch/launch.ts'
import { startPortal } from '#lib/launch/portal.ts'

readSettingsFile()
await launch((portal) => startPortal(portal, { dev: false }))
