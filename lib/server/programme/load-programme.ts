import { eq, getTableColumns } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { call } from '#db/schema/call.ts'
import { programme } from '#db/schema/programme.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

const unknownId = '00000000-0000-0000-0000-000000000000'

/** The programme of an address: anything that cannot be an identifier names nothing. */
export const askedProgramme = z.object({ programmeId: z.uuid().catch(unknownId) })

/** A programme with its call, as the wall shows it; `not-found` otherwise. One statement. */
export async function loadProgramme(read: Reader, programmeId: string) {
  const [found] = await read
    .select({ ...getTableColumns(programme), call: { id: call.id, slug: call.slug, title: call.title, demonstration: call.demonstration } })
    .from(programme)
    .innerJoin(call, eq(call.id, programme.callId))
    .where(eq(programme.id, programmeId))
  if (!found) throw new Refusal('not-found')
  return found
}
export type ProgrammeRow = Awaited<ReturnType<typeof loadProgramme>>

/** Until it was stopped: otherwise refused as `closed`. */
export function stillRuns({ stoppedAt }: Pick<ProgrammeRow, 'stoppedAt'>): boolean {
  return stoppedAt === null
}
