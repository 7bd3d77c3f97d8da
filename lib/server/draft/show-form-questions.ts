import { anyone } from '#lib/domain/access.ts'
import { formQuestions } from '#lib/server/draft/form-questions.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** The questions of a published form, which are anybody's to read. */
export const showFormQuestions = query({
  name: 'form.questions',
  input: z.object({ formVersionId: z.uuid() }),
  may: anyone,
  read: ({ tx }, { formVersionId }) => formQuestions(tx, formVersionId),
})
