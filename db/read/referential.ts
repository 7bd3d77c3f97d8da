import { inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { referentialDocument } from '#db/schema/rupture.ts'
import { referentialDocuments } from '#lib/domain/referential.ts'
import { z } from 'zod'

const referential = z.object(referentialDocuments)
export type Referential = z.infer<typeof referential>

/** The documents of the référentiel kept whole; one statement. Throws when one is missing or not in shape. */
export async function readReferential(read: Reader): Promise<Referential> {
  const rows = await read.select().from(referentialDocument).where(inArray(referentialDocument.slug, Object.keys(referentialDocuments)))
  return referential.parse(Object.fromEntries(rows.map(({ slug, content }) => [slug, content])))
}
