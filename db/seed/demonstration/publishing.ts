import { toldCall } from '#db/seed/demonstration/programme-files.ts'
import { actingAt, type Times } from '#db/seed/demonstration/times.ts'
import { previewDisclosure } from '#lib/server/disclosure/preview-disclosure.ts'
import { proposeDisclosure, releaseDisclosure } from '#lib/server/disclosure/release-disclosure.ts'

/** What the laureates have measured so far goes out, proposed by one manager and released by the other. Done once. */
export async function publishResults(manager: string, secondManager: string, times: Times, day: number): Promise<void> {
  const asked = { slug: toldCall }
  const before = await previewDisclosure({ personId: manager }, asked)
  if (before.releases.length > 0) return
  if (before.pending === null) await proposeDisclosure(actingAt(manager, times.instant(day, '10:00')), { ...asked, sha256: before.sha256 })
  const { pending, content } = await previewDisclosure({ personId: secondManager }, asked)
  await releaseDisclosure(actingAt(secondManager, times.instant(day, '14:00')), { ...asked, disclosureId: pending?.id ?? '', confirmed: content.results.length })
}
