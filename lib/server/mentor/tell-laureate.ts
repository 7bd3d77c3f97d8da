import type { Transaction } from '#db/client.ts'
import { pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { programmeAddressees } from '#lib/server/programme/programme-addressees.ts'

/** Tells a laureate's people by mail that they have a mentor, or one less: who, and why, is read on the page of the programme. */
export async function tellLaureate(tx: Transaction, { id, solution }: { id: string; solution: string }, senderId: string, kind: 'mentorAccepted' | 'mentorLeft'): Promise<void> {
  await writeMails(tx, await programmeAddressees(tx, id, 'laureate'), senderId, (locale) => ({ kind, values: { solution, link: pageAddress(locale, `/programmes/${id}`) } }))
}
