import { problem } from '#lib/server/problem.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** What every address of the interface that does not exist answers, whatever the method. */
export async function unknownAddress(): Promise<Response> {
  return problem(new Refusal('not-found'))
}
