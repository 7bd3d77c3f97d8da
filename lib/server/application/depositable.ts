import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import type { applicationDraft } from '#db/schema/application.ts'
import { challenge } from '#db/schema/call.ts'
import { file } from '#db/schema/file.ts'
import { formVersion } from '#db/schema/form.ts'
import { rupture, ruptureVersion } from '#db/schema/rupture.ts'
import { claimFields, type CoreField, coreFields, sectionOf } from '#lib/domain/application.ts'
import type { DraftClaim } from '#lib/domain/claim.ts'
import { byId, type DepositedAnswer, type DepositedClaim, type DepositedFile, fieldOfFile, settledContent } from '#lib/domain/deposit.ts'
import { type Content, type Gap, gapsOf } from '#lib/domain/draft.ts'
import { answerName, questionOf } from '#lib/domain/field-name.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { Answer, Question } from '#lib/domain/question.ts'
import { contentOf } from '#lib/server/draft/content.ts'
import { formQuestions } from '#lib/server/draft/form-questions.ts'
import { ofApplication } from '#lib/server/file/receivable.ts'

type Draft = typeof applicationDraft.$inferSelect

/** What of a draft would be frozen if it were deposited now, and what keeps it from being so. */
export type Depositable = {
  form: { id: string; version: number } | null
  questions: readonly Question[]
  content: Content
  fields: Readonly<Record<CoreField, unknown>>
  answers: DepositedAnswer[]
  files: (DepositedFile & { scan: 'none' | 'pending' | 'safe' | 'infected' })[]
  gaps: Gap[]
}

/** What depends on rows beside the draft's own. */
export type Beside = {
  forms: { id: string; version: number }[]
  files: (DepositedFile & { scan: 'none' | 'pending' | 'safe' | 'infected' })[]
  challenges: { id: string; slug: string; title: Localized }[]
  versions: { id: string; slug: string; version: number; title: Localized }[]
}

export async function readDepositable(read: Reader, draft: Draft): Promise<Depositable> {
  const raw = contentOf(draft)
  const pinned = claimFields.flatMap((field) => (raw[field] as DraftClaim | undefined)?.ruptureVersionId ?? [])
  const [forms, files, challenges, versions] = await Promise.all([
    read.select({ id: formVersion.id, version: formVersion.version }).from(formVersion).where(eq(formVersion.callId, draft.callId)).orderBy(desc(formVersion.version)).limit(1),
    read
      .select({ id: file.id, question: file.questionId, name: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256, scan: file.scan })
      .from(file)
      .where(and(eq(file.draftId, draft.id), ofApplication, isNull(file.removedAt)))
      .orderBy(asc(file.uploadedAt)),
    draft.challengeId === null
      ? []
      : read.select({ id: challenge.id, slug: challenge.slug, title: challenge.title }).from(challenge).where(and(eq(challenge.id, draft.challengeId), eq(challenge.callId, draft.callId))),
    pinned.length === 0
      ? []
      : read.select({ id: ruptureVersion.id, slug: rupture.slug, version: ruptureVersion.version, title: ruptureVersion.title }).from(ruptureVersion).innerJoin(rupture, eq(rupture.id, ruptureVersion.ruptureId)).where(inArray(ruptureVersion.id, pinned)),
  ])
  return depositableOf(draft, { forms, files, challenges, versions }, await formQuestions(read, forms[0]?.id ?? null))
}

/** The same from what was read already; `questions` are those of the first form. */
export function depositableOf(draft: Draft, { forms, files, challenges, versions }: Beside, questions: readonly Question[]): Depositable {
  const raw = contentOf(draft)
  const form = forms[0] ?? null
  const content = settledContent(raw, questions)
  const named = (field: CoreField) => {
    if (field === 'challengeId') return challenges[0] ?? null
    const claim = (claimFields as readonly string[]).includes(field) ? (content[field] as DraftClaim | null) : null
    if (claim === null) return content[field]
    const pin = versions.find(({ id }) => id === claim.ruptureVersionId)
    return { ...claim, rupture: pin ? { slug: pin.slug, version: pin.version, title: pin.title } : null } satisfies DepositedClaim
  }
  const outside: Gap[] = [
    ...(draft.challengeId !== null && challenges.length === 0 ? [gap('challengeId', 'not-of-this-call')] : []),
    ...claimFields.flatMap((field) => {
      const pin = (content[field] as DraftClaim | null)?.ruptureVersionId
      return pin && !versions.some(({ id }) => id === pin) ? [gap(`${field}.ruptureVersionId`, 'unknown-rupture')] : []
    }),
    ...files.filter(({ scan }) => scan === 'infected').map(({ question }) => gap(fieldOfFile(question), 'file-infected')),
  ]
  return {
    form,
    questions,
    content,
    fields: Object.fromEntries(coreFields.map((field) => [field, named(field)])) as Record<CoreField, unknown>,
    answers: questions
      .filter(({ id }) => answerName(id) in content)
      .map(({ id, label, kind, options, unit }) => ({ question: id, label, kind, answer: content[answerName(id)] as Answer, chosen: chosenOf(options, content[answerName(id)] as Answer), unit })),
    files: files.filter(({ question }) => question === null || answerName(question) in content).sort(byId),
    gaps: merged(gapsOf(raw, questions, countByQuestion(files)), outside),
  }
}

/** The options an answer names. */
export function chosenOf(options: Question['options'], answer: Answer) {
  return options.filter(({ id }) => (Array.isArray(answer) ? answer.includes(id) : answer === id)).map(({ id, label }) => ({ id, label }))
}

function gap(field: string, code: string): Gap {
  return { field, code, section: questionOf(field) === null ? sectionOf[field.split('.')[0] as CoreField] : 'questions' }
}

function countByQuestion(files: readonly { question: string | null }[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { question } of files) if (question !== null) counts[question] = (counts[question] ?? 0) + 1
  return counts
}

/** One gap per field, those of the form first, each among those of its section. */
function merged(own: readonly Gap[], outside: readonly Gap[]): Gap[] {
  const more = outside.filter(({ field }, index) => !own.some((each) => each.field === field) && outside.findIndex((each) => each.field === field) === index)
  return [...own, ...more]
}
