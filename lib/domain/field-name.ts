/** What fields are called: on the wire, `pitch`, or `answers.<id>` for a call's own question; in the editor's address. */
import type { Content, FieldName } from '#lib/domain/draft.ts'
import type { Answer, Answers } from '#lib/domain/question.ts'

const answerPrefix = 'answers.'

export function answerName(questionId: string): FieldName {
  return `${answerPrefix}${questionId}`
}

/** The question an answer's name is about; null for a core field. */
export function questionOf(field: string): string | null {
  return field.startsWith(answerPrefix) ? field.slice(answerPrefix.length) : null
}

/** The answers in a content, by question. */
export function answersOf(content: Content): Answers {
  return Object.fromEntries(Object.entries(content).flatMap(([name, value]) => {
    const id = questionOf(name)
    return id === null ? [] : [[id, value as Answer]]
  }))
}

/** Where a field stands in the editor, as the fragment of its address: `field-pitch`, `field-answers-<id>`, `field-primaryClaim-target`. */
export function fieldAnchor(field: string): string {
  return `field-${field.replaceAll('.', '-')}`
}

/** The same for a part of the form. */
export function sectionAnchor(section: string): string {
  return `part-${section}`
}
