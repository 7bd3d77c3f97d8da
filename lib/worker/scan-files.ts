import type { Readable } from 'node:stream'
import { and, eq, sql } from 'drizzle-orm'
import { transaction, type Transaction } from '#db/client.ts'
import { file } from '#db/schema/file.ts'
import type { ScanState } from '#lib/domain/file.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { scanFile } from '#lib/server/file/scan-file.ts'
import { type FileStorage, storage } from '#lib/server/file/storage.ts'
import { type Addressee, pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'

/** Files looked at in one run, and how long a run may begin new ones, in milliseconds: a job is given up after ten minutes. */
const [mostAtOnce, longest] = [200, 8 * 60_000]

type Waiting = { id: string; storageKey: string }

/**
 * Has the files that wait looked at for viruses, oldest first; those that waited in vain for an hour come last, so that
 * none the scanner chokes on holds up the others. Where no scanner is set up any more, they wait no longer. Who sent an
 * infected one is told by mail, without its name. Resolves to how many were judged.
 */
export async function scanFiles(store?: FileStorage, scan: (stream: Readable) => Promise<ScanState> = (stream) => scanFile(stream)): Promise<number> {
  const from = store ?? (await storage())
  const began = performance.now()
  let judged = 0
  for (const waiting of await listWaiting()) {
    if (performance.now() - began > longest) break
    const said = await from.open(waiting.storageKey).then(scan).catch((error: Error) => {
      console.error('file not looked at:', waiting.id, error.message)
      return 'pending' as const
    })
    if (said !== 'pending' && (await judge(waiting.id, said))) judged += 1
  }
  return judged
}

function listWaiting(): Promise<Waiting[]> {
  return transaction('portal_worker', 'read only', (tx) => tx
    .select({ id: file.id, storageKey: file.storageKey })
    .from(file)
    .where(eq(file.scan, 'pending'))
    .orderBy(sql`${file.uploadedAt} < now() - interval '1 hour'`, file.uploadedAt)
    .limit(mostAtOnce))
}

/** The verdict and the mails about it, once, whichever worker has it first. */
function judge(id: string, scan: Exclude<ScanState, 'pending'>): Promise<boolean> {
  return transaction('portal_worker', 'read write', async (tx) => {
    const [changed] = await tx.update(file).set({ scan }).where(and(eq(file.id, id), eq(file.scan, 'pending'))).returning({ draftId: file.draftId, part: file.part, removedAt: file.removedAt })
    if (changed && scan === 'infected' && changed.removedAt === null) await tellAuthors(tx, changed)
    return changed !== undefined
  })
}

async function tellAuthors(tx: Transaction, { draftId, part }: { draftId: string; part: 'application' | 'programme' }): Promise<void> {
  const people = await tx.execute<Addressee & { title: Localized }>(sql`
    select p.id as "personId", p.email, p.locale, c.title from application_draft d join call c on c.id = d.call_id
    join membership m on m.organisation_id = d.organisation_id and m.ended_at is null and m.role in ('owner', 'member')
    join person p on p.id = m.person_id and p.disabled_at is null where d.id = ${draftId}`)
  const [first] = people
  if (!first) return
  await writeMails(tx, people, null, (locale) => ({ kind: 'infected', values: { call: inLocale(first.title, locale), link: pageAddress(locale, part === 'programme' ? `/programmes/${draftId}/documents` : `/applications/${draftId}`) } }))
}
