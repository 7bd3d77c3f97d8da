import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { question } from '#db/schema/form.ts'
import { manager } from '#lib/domain/access.ts'
import type { Question } from '#lib/domain/question.ts'
import { faultsAmong, mostQuestions, movedTo, questionFrom, questionInput, questionKind } from '#lib/domain/question-settings.ts'
import { loadCall, loadQuestions, mayStillChange, takeTurn, turn } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

const named = { ...turn, questionId: z.uuid() }

/** Throws `invalid` at the fields of the question, or `conflict` for `question-needed` when another one would be left without its condition. */
function requireSound(questions: readonly Question[], id: string): void {
  const { faults, elsewhere } = faultsAmong(questions, id)
  if (faults.length > 0) throw new Refusal('invalid', { faults })
  if (elsewhere) throw new Refusal('conflict', { reason: 'question-needed' })
}

function requireOne(questions: readonly Question[], id: string): Question {
  const found = questions.find((each) => each.id === id)
  if (!found) throw new Refusal('not-found')
  return found
}

async function keepOrder(tx: Transaction, callId: string, questions: readonly Question[]): Promise<void> {
  const ids = sql.param(questions.map(({ id }) => id))
  await tx.execute(sql`update question set position = given.place - 1 from unnest(${ids}::uuid[]) with ordinality given(id, place) where question.id = given.id and question.call_id = ${callId}`)
}

/** Adds a question at the end of a call's own; applicants see it with the form's next version. At most 200: `conflict` for `too-many-questions`. */
export const addQuestion = command({
  name: 'question.add',
  input: questionInput.extend({ ...turn, kind: questionKind }),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  when: mayStillChange('form'),
  run: async ({ tx, subject, note }, { slug: _slug, version, kind, ...input }) => {
    await takeTurn(tx, subject, version)
    const before = await loadQuestions(tx, subject.id)
    if (before.length >= mostQuestions) throw new Refusal('conflict', { reason: 'too-many-questions' })
    const added = questionFrom(crypto.randomUUID(), kind, input)
    requireSound([...before, added], added.id)
    await tx.insert(question).values({ callId: subject.id, position: before.length, ...added })
    note({ subject: subject.id, detail: { version: version + 1, question: added.id } })
    return { questionId: added.id }
  },
})

/** Changes what a question says and asks for, but not its kind: answers given to it stay readable. */
export const changeQuestion = command({
  name: 'question.change',
  input: questionInput.extend(named),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  when: mayStillChange('form'),
  run: async ({ tx, subject, note }, { slug: _slug, version, questionId, ...input }) => {
    await takeTurn(tx, subject, version)
    const before = await loadQuestions(tx, subject.id)
    const asked = requireOne(before, questionId)
    const changed = questionFrom(questionId, asked.kind, input, asked)
    requireSound(before.map((each) => (each.id === questionId ? changed : each)), questionId)
    const { id, kind: _kind, ...columns } = changed
    await tx.update(question).set(columns).where(and(eq(question.id, id), eq(question.callId, subject.id)))
    note({ subject: subject.id, detail: { version: version + 1, question: id } })
  },
})

/** Takes a question out of what the next version asks, for good. Answers given to it stay in the drafts. */
export const removeQuestion = command({
  name: 'question.remove',
  input: z.object({ ...named, confirmed: z.literal('yes') }),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  when: mayStillChange('form'),
  run: async ({ tx, subject, note }, { version, questionId }) => {
    await takeTurn(tx, subject, version)
    const before = await loadQuestions(tx, subject.id)
    requireOne(before, questionId)
    const left = before.filter(({ id }) => id !== questionId)
    requireSound(left, questionId)
    await tx.delete(question).where(and(eq(question.id, questionId), eq(question.callId, subject.id)))
    await keepOrder(tx, subject.id, left)
    note({ subject: subject.id, detail: { version: version + 1, question: questionId } })
  },
})

/** Puts a question at another place, counted from 0. Refused as `conflict` for `condition-order` where one would come before the answer it waits for. */
export const moveQuestion = command({
  name: 'question.move',
  input: z.object({ ...named, to: z.coerce.number().int().min(0).max(mostQuestions) }),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  when: mayStillChange('form'),
  run: async ({ tx, subject, note }, { version, questionId, to }) => {
    await takeTurn(tx, subject, version)
    const before = await loadQuestions(tx, subject.id)
    requireOne(before, questionId)
    const after = movedTo(before, questionId, to)
    const { faults, elsewhere } = faultsAmong(after, questionId)
    if (faults.length > 0 || elsewhere) throw new Refusal('conflict', { reason: 'condition-order' })
    await keepOrder(tx, subject.id, after)
    note({ subject: subject.id, detail: { version: version + 1, question: questionId } })
  },
})
