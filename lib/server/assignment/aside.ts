import { cookies } from 'next/headers'
import type { EvaluationState } from '#lib/domain/evaluation.ts'
import { isLeft } from '#lib/domain/scoring-queue.ts'
import { z } from 'zod'

const name = 'portal.scoring-aside'
const most = 40
const known = z.array(z.uuid()).max(most)

/** What was put aside in this browser until it is closed: proposed last, not forgotten. */
export async function readAside(): Promise<string[]> {
  const kept = known.safeParse((await cookies()).get(name)?.value.split('.'))
  return kept.success ? kept.data : []
}

/** Puts one more aside. */
export async function putAside(assignmentId: string): Promise<void> {
  const kept = [...(await readAside()).filter((id) => id !== assignmentId), assignmentId].slice(-most)
  ;(await cookies()).set(name, kept.join('.'), { httpOnly: true, sameSite: 'lax', path: '/' })
}

/** What to open after one, of a queue in order: the first left that was not put aside, else any other left; undefined when none is. */
export async function nextAfter(queue: readonly { id: string; state: EvaluationState }[], after: string): Promise<string | undefined> {
  const aside = await readAside()
  const left = queue.filter(({ id, state }) => isLeft(state) && id !== after)
  return (left.find(({ id }) => !aside.includes(id)) ?? left[0])?.id
}
