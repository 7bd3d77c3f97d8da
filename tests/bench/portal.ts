import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, disconnect } from '#db/client.ts'
import { destroyEmbedded, startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { roleUrls } from '#db/roles.ts'
import { loadReferential } from '#db/seed/referential.ts'

/** A PostgreSQL of the bench's own with the portal's schema and référentiel, connected; `stop` removes it. */
export async function startDatabase(): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'))
  const { url: adminUrl, stop } = await startEmbedded(folder)
  const secret = randomBytes(32).toString('hex')
  await migrate(adminUrl, secret)
  await loadReferential(adminUrl)
  connect(roleUrls(adminUrl, secret))
  return {
    adminUrl,
    async stop() {
      await disconnect()
      await stop()
      destroyEmbedded(folder)
    },
  }
}
