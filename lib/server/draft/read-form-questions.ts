import type { Question } from '#lib/domain/question.ts'
import { knownQuestions } from '#lib/server/draft/form-questions.ts'
import { showFormQuestions } from '#lib/server/draft/show-form-questions.ts'
import { visitor } from '#lib/server/opening.ts'

/** The questions of a published form, asked of the database once in a process; none where a call has no form. */
export async function readFormQuestions(formVersionId: string | null): Promise<readonly Question[]> {
  return knownQuestions(formVersionId) ?? showFormQuestions(visitor, { formVersionId: formVersionId as string })
}
