import { randomUUID } from 'node:crypto'
import { saveEvaluation } from '#lib/server/evaluation/save-evaluation.ts'
import { submitEvaluation } from '#lib/server/evaluation/submit-evaluation.ts'
import type { Caller } from '#lib/server/opening.ts'

type Sent = { evaluationId: string; version: number; fields: Record<string, unknown>; submits: boolean }

/** The whole form at once, for a browser without script: saved on the version it was drawn from, then submitted if that was asked. */
export async function writeEvaluation(caller: Caller, { evaluationId, version, fields, submits }: Sent): Promise<{ submitted: boolean }> {
  const saved = await saveEvaluation(caller, { evaluationId, version, key: randomUUID(), fields })
  if (submits) await submitEvaluation(caller, { evaluationId, version: saved.version, key: randomUUID() })
  return { submitted: submits }
}
