/**
 * Starting from an earlier file: what of it can be written into another call's draft. Nothing written there is replaced;
 * what belongs to one call alone (its challenge, the consent given to it, files) is never carried over.
 */
import { claimFields, type CoreField, coreFields } from '#lib/domain/application.ts'
import type { DraftClaim } from '#lib/domain/claim.ts'
import { settledContent } from '#lib/domain/deposit.ts'
import type { Content } from '#lib/domain/draft.ts'
import { answerName } from '#lib/domain/field-name.ts'
import { type Answer, draftAnswer, type Question } from '#lib/domain/question.ts'
import { fold } from '#lib/domain/search.ts'

/** `note`: why it is not carried over, or what to look at again when it is. */
export type Carried = { field: string; from: unknown; to: unknown; isCarried: boolean; note: 'written' | 'same' | 'rupture-changed' | null }
type Form = { content: Content; questions: readonly Question[] }

const ofOneCall: readonly CoreField[] = ['challengeId', 'consent']

/**
 * Field by field, what an earlier file says and whether it is carried over. `currentVersions` are the ruptures' versions
 * that stand today: a claim pinned to another is carried without it, so that its author reads the rupture again.
 */
export function carryOver(earlier: Form, next: Form, currentVersions: ReadonlySet<string>): Carried[] {
  const [from, to] = [settledContent(earlier.content, earlier.questions), settledContent(next.content, next.questions)]
  const core = coreFields.filter((field) => !ofOneCall.includes(field)).map((field) => carried(field, from[field], to[field], currentVersions))
  const own = next.questions.flatMap((asked) => {
    const before = earlier.questions.find(({ id }) => id === asked.id) ?? earlier.questions.find(({ kind, label }) => kind === asked.kind && fold(label.fr) === fold(asked.label.fr))
    const given = before && fitting(asked, before, from[answerName(before.id)] as Answer | undefined)
    return given === undefined || given === null ? [] : [carried(answerName(asked.id), given, isWritten(next.content[answerName(asked.id)]) ? next.content[answerName(asked.id)] : null, currentVersions)]
  })
  return [...core, ...own].filter((each) => each.from !== null)
}

/** The fields to save for what is carried over. */
export function carriedContent(rows: readonly Carried[]): Content {
  return Object.fromEntries(rows.filter(({ isCarried }) => isCarried).map(({ field, from }) => [field, from]))
}

function carried(field: string, given: unknown, written: unknown, currentVersions: ReadonlySet<string>): Carried {
  const to = written ?? null
  if (to !== null) return { field, from: given ?? null, to, isCarried: false, note: JSON.stringify(to) === JSON.stringify(given) ? 'same' : 'written' }
  const pinned = (claimFields as readonly string[]).includes(field) ? (given as DraftClaim | null) : null
  if (pinned?.ruptureVersionId && !currentVersions.has(pinned.ruptureVersionId)) return { field, from: { ...pinned, ruptureVersionId: null }, to, isCarried: true, note: 'rupture-changed' }
  return { field, from: given ?? null, to, isCarried: (given ?? null) !== null, note: null }
}

/** Hidden questions keep their answers too. */
function isWritten(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined
}

/** An answer as another call's question takes it: choices of the same question by identifier, of another by their words; null when it does not fit. */
function fitting(asked: Question, before: Question, given: Answer | undefined): Answer {
  if (given === undefined || given === null || asked.kind !== before.kind || asked.kind === 'file') return null
  const words = (id: string) => fold(before.options.find((each) => each.id === id)?.label.fr ?? '')
  const option = (id: string) => asked.options.find((each) => (asked.id === before.id ? each.id === id : fold(each.label.fr) === words(id)))
  const moved = asked.kind === 'choice' ? (option(String(given))?.id ?? null) : Array.isArray(given) ? given.flatMap((id) => option(id)?.id ?? []) : given
  return draftAnswer(asked).safeParse(moved).success && !(Array.isArray(moved) && moved.length === 0) ? moved : null
}
