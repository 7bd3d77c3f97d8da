import { anyone } from '#lib/domain/access.ts'
import type { Question } from '#lib/domain/question.ts'
import { formQuestions, knownQuestions } from '#lib/server/draft/form-questions.ts'
import { visitor } from '#lib/server/opening.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** The questions of a published form, which are anybody's to read. */
export const showFormQuestions = query({
  name: 'form.questions',
  input: z.object({ formVersionId: z.uuid() }),
  may: anyone,
  read: ({ tx }, { formVersionId }) => formQuestions(tx, formVersionId),
})

/** The same, asked of the database once in a process. */
export async function readFormQuestions(formVersionId: string | null): Promise<readonly Question[]> {
  return knownQuestions(formVersionId) ?? showFormQuestions(visitor, { formVersionId: formVersionId as string })
}
