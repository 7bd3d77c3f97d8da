import { eq } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { formVersion } from '#db/schema/form.ts'
import type { Question } from '#lib/domain/question.ts'

/** Published forms never change, so a process asks once for each. */
const known = new Map<string, readonly Question[]>()
const mostKnown = 500
const none: readonly Question[] = []

/** The questions of a published form; none where the call has no form of its own. */
export async function formQuestions(read: Reader, formVersionId: string | null): Promise<readonly Question[]> {
  if (formVersionId === null) return none
  const kept = known.get(formVersionId)
  if (kept) return kept
  const [found] = await read.select({ questions: formVersion.questions }).from(formVersion).where(eq(formVersion.id, formVersionId))
  const questions = found?.questions ?? none
  if (known.size >= mostKnown) known.clear()
  if (found) known.set(formVersionId, questions)
  return questions
}

/** The same from memory alone; undefined when this process has not asked yet. */
export function knownQuestions(formVersionId: string | null): readonly Question[] | undefined {
  return formVersionId === null ? none : known.get(formVersionId)
}
