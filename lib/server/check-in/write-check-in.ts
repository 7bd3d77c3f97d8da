import { randomUUID } from 'node:crypto'
import { saveCheckIn } from '#lib/server/check-in/save-check-in.ts'
import { submitCheckIn } from '#lib/server/check-in/submit-check-in.ts'
import type { Caller } from '#lib/server/opening.ts'

type Sent = { checkInId: string; version: number; fields: Record<string, unknown>; submits: boolean }

/** The whole form at once, for a browser without script: saved on the version it was drawn from, then submitted if that was asked. */
export async function writeCheckIn(caller: Caller, { checkInId, version, fields, submits }: Sent): Promise<{ submitted: boolean }> {
  const saved = await saveCheckIn(caller, { checkInId, version, key: randomUUID(), fields })
  if (submits) await submitCheckIn(caller, { checkInId, version: saved.version })
  return { submitted: submits }
}
