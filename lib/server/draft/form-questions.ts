import { eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { gather, selecting } from '#db/gather.ts'
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
  return keepQuestions(formVersionId, await read.select({ questions: formVersion.questions }).from(formVersion).where(eq(formVersion.id, formVersionId)))
}

/** What a lookup asks when this process does not know a form yet; its place is `formId`. */
export const formAsks = gather({ form: selecting.select({ questions: formVersion.questions }).from(formVersion).where(eq(formVersion.id, sql.placeholder('formId'))) })

/** The questions just read of a published form, kept for the next time. */
export function keepQuestions(formVersionId: string | null, [found]: readonly { questions: readonly Question[] }[]): readonly Question[] {
  if (!found || formVersionId === null) return none
  if (known.size >= mostKnown) known.clear()
  known.set(formVersionId, found.questions)
  return found.questions
}

/** The same from memory alone; undefined when this process has not asked yet. */
export function knownQuestions(formVersionId: string | null): readonly Question[] | undefined {
  return formVersionId === null ? none : known.get(formVersionId)
}
