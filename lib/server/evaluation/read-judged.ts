import { asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { challenge } from '#db/schema/call.ts'
import { applicationFile, file } from '#db/schema/file.ts'
import { ruptureVersion } from '#db/schema/rupture.ts'
import type { scoredApplication } from '#db/schema/scored.ts'
import { claimFields, type CoreField, coreFields, readersOf } from '#lib/domain/application.ts'
import type { DraftClaim } from '#lib/domain/claim.ts'
import { type DepositedAnswer, type DepositedClaim, settledContent } from '#lib/domain/deposit.ts'
import { answerName } from '#lib/domain/field-name.ts'
import type { Localized } from '#lib/domain/localized.ts'
import { type Answer, isFor, type Question } from '#lib/domain/question.ts'
import type { RoundKind } from '#lib/domain/round.ts'
import { chosenOf } from '#lib/server/application/depositable.ts'
import { formQuestions } from '#lib/server/draft/form-questions.ts'
import { readRuptureCards, type RuptureCards } from '#lib/server/rupture/list-claimable-ruptures.ts'

type Row = Omit<typeof scoredApplication.$inferSelect, 'roundId'>
type JudgedFile = { id: string; question: string | null; name: string; mediaType: string; size: number; sha256: string; scan: 'none' | 'pending' | 'safe' | 'infected' }
/** An application as the scorers of a round read it: no field, answer or file that is not meant for them. */
export type Judged = {
  id: string
  number: string
  /** Null where the round hides who applies. */
  organisationName: string | null
  submittedAt: Date
  fields: Partial<Record<CoreField, unknown>>
  answers: DepositedAnswer[]
  files: JudgedFile[]
  /** The ruptures its claims pin, as they were known then. */
  ruptures: RuptureCards
}

/** What the row of a round's view does not hold itself: names of challenges and ruptures, questions, files. */
export async function readJudged(read: Reader, row: Row, kind: RoundKind): Promise<Judged> {
  const pinned = claimFields.flatMap((field) => row[field]?.ruptureVersionId ?? [])
  const [challenges, questions, files, ruptures] = await Promise.all([
    row.challengeId === null ? [] : read.select({ id: challenge.id, slug: challenge.slug, title: challenge.title }).from(challenge).where(eq(challenge.id, row.challengeId)),
    formQuestions(read, row.formVersionId),
    read
      .select({ id: file.id, question: file.questionId, name: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256, scan: file.scan })
      .from(applicationFile)
      .innerJoin(file, eq(file.id, applicationFile.fileId))
      .where(eq(applicationFile.applicationId, row.applicationId))
      .orderBy(asc(file.uploadedAt)),
    pinned.length === 0 ? [] : readRuptureCards(read, inArray(ruptureVersion.id, pinned)),
  ])
  return judgedOf(row, kind, { challenges, questions, files, ruptures })
}

type Beside = { challenges: readonly { id: string; slug: string; title: Localized }[]; questions: readonly Question[]; files: JudgedFile[]; ruptures: RuptureCards }

/** The same from what was read already; `questions` are those of the form it was written on. */
export function judgedOf(row: Row, kind: RoundKind, { challenges, questions, files, ruptures }: Beside): Judged {
  const reader = kind === 'jury' ? 'jury' : 'scorers'
  const named = (field: CoreField) => {
    if (field === 'challengeId') return challenges[0] ?? null
    const claim = (claimFields as readonly string[]).includes(field) ? (row[field as 'primaryClaim'] as DraftClaim | null) : null
    if (claim === null) return row[field as Exclude<CoreField, 'links' | 'consent'>]
    const card = ruptures.find(({ versionId }) => versionId === claim.ruptureVersionId)
    return { ...claim, rupture: card ? { slug: card.slug, version: card.version, title: card.title } : null } satisfies DepositedClaim
  }
  return {
    id: row.applicationId,
    number: row.number,
    organisationName: row.organisationName,
    submittedAt: row.submittedAt,
    fields: Object.fromEntries(coreFields.filter((field) => isFor(readersOf[field], reader)).map((field) => [field, named(field)])),
    answers: answersOf(questions.filter(({ audience }) => isFor(audience, reader)), row.answers),
    files,
    ruptures,
  }
}

/** Answers in the form's order. One that waits for an answer its reader does not see is there where it was given. */
function answersOf(questions: readonly Question[], given: Record<string, Answer>): DepositedAnswer[] {
  const asked = settledContent(Object.fromEntries(Object.entries(given).map(([id, answer]) => [answerName(id), answer])), questions)
  return questions
    .filter(({ id }) => answerName(id) in asked || id in given)
    .map(({ id, label, kind, options, unit }) => ({ question: id, label, kind, answer: given[id] ?? null, chosen: chosenOf(options, given[id] ?? null), unit }))
}
