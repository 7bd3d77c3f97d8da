import { createServer } from 'node:http'
import { connect, disconnect, listen } from '#db/client.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { recordInstance } from '#db/record-instance.ts'
import { roleUrls } from '#db/roles.ts'
import { loadReferential } from '#db/seed/referential.ts'
import { CannotStart, env, isDemonstration } from '#lib/env.ts'
import { build, needsBuild, serveAsBuilt } from '#lib/launch/build.ts'
import { serve } from '#lib/launch/front.ts'
import type { Launch } from '#lib/launch/launch.ts'

/** One line of progress. */
export function say(what: string) {
  console.log(what)
}

/**
 * Brings the whole portal up, saying what it does: database, schema, référentiel, pages, jobs, address.
 * Everything it started ends with `launch`. Throws `CannotStart`.
 */
export async function startPortal(launch: Launch, { dev }: { dev: boolean }): Promise<'running'> {
  const { HOST: host, PORT: port, PORTAL_WORKER, AUTH_SECRET } = env()
  await requireFreePort(port, host)
  const adminUrl = await openDatabase(launch)
  if (!dev) await preparePages(launch.signal)
  launch.signal.throwIfAborted()
  connect(roleUrls(adminUrl, AUTH_SECRET))
  launch.whenEnding(disconnect)
  if (isDemonstration()) {
    const { seedDemonstration } = await import('#db/seed/demonstration.ts')
    const { added } = await seedDemonstration()
    if (added > 0) say(`Demonstration filled (${added} invented people).`)
  }
  const front = await serve({ port, host, dev, onPublicChange: (clear) => void listen('portal_public', clear) })
  launch.whenEnding(() => front.close())
  if (PORTAL_WORKER === 'on') {
    const { startWorker } = await import('#lib/worker/main.ts')
    const worker = await startWorker()
    launch.whenEnding(() => worker.stop())
  }
  launch.signal.throwIfAborted()
  await inviteAdministrator()
  say(`Passerelle is ready: ${front.address}`)
  return 'running'
}

/** Starts or reaches PostgreSQL and brings schema and référentiel up to the code. Resolves to the administrator's address. */
export async function openDatabase(launch: Launch): Promise<string> {
  const { DATABASE_URL, PORTAL_DATA_DIR, AUTH_SECRET } = env()
  let adminUrl = DATABASE_URL
  if (!adminUrl) {
    say('Starting PostgreSQL …')
    const cluster = await startEmbedded(PORTAL_DATA_DIR, (sentence) => console.error(sentence))
    launch.whenEnding(() => cluster.stop())
    adminUrl = cluster.url
  }
  launch.signal.throwIfAborted()
  const applied = await migrate(adminUrl, AUTH_SECRET)
  if (applied > 0) say(`Schema brought up to date (${applied} ${applied === 1 ? 'change' : 'changes'}).`)
  await recordInstance(adminUrl, { demonstration: isDemonstration(), mailboxIsOpen: isDemonstration() && !env().SMTP_URL })
  const { changed } = await loadReferential(adminUrl)
  if (changed > 0) say(`Référentiel loaded (${changed} records).`)
  launch.signal.throwIfAborted()
  return adminUrl
}

async function preparePages(signal: AbortSignal) {
  if (needsBuild()) {
    say('Building pages; this takes a minute or two, and only when sources changed …')
    await build(signal)
    signal.throwIfAborted()
  }
  serveAsBuilt()
}

/** Without one, nobody could appoint the first administrator. The link works once. */
async function inviteAdministrator() {
  if (isDemonstration()) return
  const { firstAdministratorLink } = await import('#lib/server/sign-in/first-administrator-link.ts')
  const link = await firstAdministratorLink()
  if (link) say(`There is no administrator yet. Open this link once to become the first: ${link}`)
}

/** Asked before anything else starts, so that a taken port leaves nothing half-started. */
async function requireFreePort(port: number, host: string) {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => reject(new CannotStart(portSentence(error, port, host))))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function portSentence({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  switch (code) {
    case 'EADDRINUSE': return `Port ${port} is taken: stop the program that uses it, or choose another, for example PORT=${port + 1} npm start.`
    case 'EACCES': return `Port ${port} needs more rights than this user has: choose one above 1023, for example PORT=3000 npm start.`
    default: return `The portal cannot listen on ${host}, port ${port} (${message}): check HOST and PORT.`
  }
}
