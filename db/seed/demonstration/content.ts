import type { Demonstration, FiledClaim, StartUp } from '#db/seed/demonstration/read.ts'
import type { Content } from '#lib/domain/draft.ts'
import { answerName } from '#lib/domain/field-name.ts'
import type { Answer, QuestionKind } from '#lib/domain/question.ts'

/** What stands behind the names of the files: identifiers of this database, and the day the answer is promised for. */
export type Names = {
  challenge: (slug: string) => string
  ruptureVersion: (slug: string) => string
  question: (key: string) => string
  /** The identifier an option was given, by the question's key and the option's name in the files. */
  option: (key: string, name: string) => string
  dayAfterAnswer: (days: number) => string
}

/** What a start-up wrote, as a draft carries it: `challengeId`, `answers.<id>`. */
export function contentOf({ content, answers }: Pick<StartUp, 'content' | 'answers'>, questions: Demonstration['questions'], names: Names): Content {
  const { challenge, ...fields } = content
  const core = Object.entries(fields).map(([name, value]) => [name, isClaim(value) ? claimOf(value, names) : value])
  const own = Object.entries(answers).map(([key, given]) => [answerName(names.question(key)), answerOf(key, given, questions[key]?.kind, names)])
  return Object.fromEntries([...core, ...(challenge === undefined ? [] : [['challengeId', names.challenge(challenge)]]), ...own])
}

function answerOf(key: string, given: StartUp['answers'][string], kind: QuestionKind | undefined, { option, dayAfterAnswer }: Names): Answer {
  if (kind === 'date') return dayAfterAnswer(Number(given))
  if (kind === 'choice') return option(key, String(given))
  return Array.isArray(given) ? given.map((name) => option(key, name)) : given
}

function isClaim(value: unknown): value is FiledClaim {
  return typeof value === 'object' && value !== null && 'rupture' in value
}

function claimOf({ rupture, ...sentence }: FiledClaim, { ruptureVersion }: Names) {
  return { ruptureVersionId: ruptureVersion(rupture), ...sentence }
}
