import type { Answer, Answers, Question } from '#lib/domain/question.ts'

/** The questions a person sees, given what they answered: one shown by a hidden one is hidden too. */
export function shownQuestions(questions: readonly Question[], answers: Answers): Question[] {
  const shown = new Map<string, Question>()
  for (const asked of questions) if (asked.shownIf === null || (shown.has(asked.shownIf.questionId) && holds(answers[asked.shownIf.questionId], asked.shownIf.is))) shown.set(asked.id, asked)
  return [...shown.values()]
}

function holds(given: Answer | undefined, is: string): boolean {
  if (typeof given === 'boolean') return is === (given ? 'yes' : 'no')
  return Array.isArray(given) ? given.includes(is) : given === is
}
