/** What changes from one version of a call's own questions to the next, told before it is published. */
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import type { Question } from '#lib/domain/question.ts'

export type QuestionPart = Exclude<keyof Question, 'id'>
export type FormDiff = {
  added: Question[]
  removed: Question[]
  /** As they will be, with the parts that differ. */
  changed: { question: Question; parts: QuestionPart[] }[]
  /** The fewest questions that, moved, turn the old order of the common ones into the new one. */
  moved: Question[]
}

/** Compares by the questions' identifiers. A text that only lost or gained a key with nothing in it is the same. */
export function formDiff(before: readonly Question[], after: readonly Question[]): FormDiff {
  const [old, fresh] = [byId(before), byId(after)]
  const common = after.filter(({ id }) => old.has(id))
  const ranks = common.map(({ id }) => before.findIndex((each) => each.id === id))
  const still = longestRise(ranks)
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !fresh.has(id)),
    changed: common.flatMap((question) => {
      const parts = changedParts(old.get(question.id) as Question, question)
      return parts.length === 0 ? [] : [{ question, parts }]
    }),
    moved: common.filter((_, index) => !still.has(ranks[index] as number)),
  }
}

/** True when nothing would change for applicants. */
export function isSameForm({ added, removed, changed, moved }: FormDiff): boolean {
  return added.length + removed.length + changed.length + moved.length === 0
}

function byId(questions: readonly Question[]): Map<string, Question> {
  return new Map(questions.map((question) => [question.id, question]))
}

function changedParts(before: Question, after: Question): QuestionPart[] {
  const { id: _id, ...parts } = after
  return (Object.keys(parts) as QuestionPart[]).filter((part) => canonicalJson(before[part]) !== canonicalJson(after[part]))
}

/** The members of a longest rising subsequence, all numbers being different. */
function longestRise(numbers: readonly number[]): Set<number> {
  const best: number[][] = []
  for (const number of numbers) {
    const before = best.filter((rise) => (rise.at(-1) as number) < number).sort((a, b) => b.length - a.length)[0] ?? []
    best.push([...before, number])
  }
  return new Set(best.sort((a, b) => b.length - a.length)[0] ?? [])
}
