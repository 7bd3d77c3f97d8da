/** Everything an applicant is asked, section by section: core fields, and the call's own questions in theirs. */
import { type CoreField, coreFields, type Section, sectionOf, sections } from '#lib/domain/application.ts'
import type { Question, QuestionKind } from '#lib/domain/question.ts'

/** What is asked: a core field, or a question of the call. */
export type Asked = { field: CoreField } | { question: Question }

/** The sections in the order they are filled in; that of the questions is left out where the call has none. */
export function askedForm(questions: readonly Question[]): { section: Section; asked: Asked[] }[] {
  return sections
    .map((section) => ({
      section,
      asked: section === 'questions' ? questions.map((question): Asked => ({ question })) : coreFields.filter((field) => sectionOf[field] === section).map((field): Asked => ({ field })),
    }))
    .filter(({ asked }) => asked.length > 0)
}

/** How each core field is answered, in the kinds of questions; a claim is a guided sentence of its own. */
export const coreKinds: Readonly<Record<CoreField, QuestionKind | 'claim'>> = {
  solution: 'short-text', pitch: 'short-text', summary: 'long-text', challengeId: 'choice',
  primaryClaim: 'claim', secondClaim: 'claim', thirdClaim: 'claim',
  evidence: 'long-text', maturity: 'choice', regulatoryState: 'choice', regulatoryNote: 'long-text',
  team: 'long-text', needs: 'long-text', budget: 'number', inKind: 'long-text', links: 'long-text', consent: 'yes-no',
}

/** The earlier question that decides whether this one is asked, or null where it always is. */
export function askedAfter({ shownIf }: Pick<Question, 'shownIf'>, questions: readonly Question[]): Question | null {
  return questions.find(({ id }) => id === shownIf?.questionId) ?? null
}
