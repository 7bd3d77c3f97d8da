/** A form filled with sample answers, so that a manager sees a call as its founders and scorers will, before anybody writes. */
import type { DraftFields } from '#lib/domain/application.ts'
import type { claimLimits } from '#lib/domain/claim-parts.ts'
import type { Content } from '#lib/domain/draft.ts'
import { answerName } from '#lib/domain/field-name.ts'
import { countWords } from '#lib/domain/plain-text.ts'
import type { Answer, Question } from '#lib/domain/question.ts'
import { limitOf } from '#lib/domain/question-settings.ts'

/** The sample's texts in one language: they belong to the messages. */
export type SampleWords = Record<'solution' | 'pitch' | 'summary' | 'evidence' | 'regulatoryNote' | 'team' | 'needs' | 'inKind' | 'line' | 'prose' | keyof typeof claimLimits, string>

const link = 'https://exemple.example/demonstration'
const date = '2027-01-15'
const figure = 12

/**
 * Sample answers to everything: the core fields and each question of the call, within their limits. Where later questions
 * wait for an answer, that answer is given, so that as many as can be are shown. Files are told apart: see `sampleFiles`.
 */
export function sampleContent(questions: readonly Question[], words: SampleWords, { challengeId, ruptureVersionId }: { challengeId: string; ruptureVersionId: string }): Content {
  const core: DraftFields = {
    solution: words.solution, pitch: words.pitch, summary: words.summary, challengeId,
    primaryClaim: { ruptureVersionId, mechanism: words.mechanism, population: words.population, indicator: words.indicator, metric: null, unit: words.unit, baseline: 60, target: 30, evidenceLevel: 'observational' },
    secondClaim: null, thirdClaim: null,
    evidence: words.evidence, maturity: 'pilot', regulatoryState: 'class-1', regulatoryNote: words.regulatoryNote,
    team: words.team, needs: words.needs, budget: 45_000, inKind: words.inKind, links: link, consent: true,
  }
  return { ...core, ...Object.fromEntries(questions.map((asked) => [answerName(asked.id), sampleAnswer(asked, questions, words)])) }
}

/** How many files the sample has for each question that asks for one. */
export function sampleFiles(questions: readonly Question[]): Record<string, number> {
  return Object.fromEntries(questions.filter(({ kind }) => kind === 'file').map(({ id }) => [id, 1]))
}

function sampleAnswer(asked: Question, questions: readonly Question[], words: SampleWords): Answer {
  const awaited = questions.flatMap(({ shownIf }) => (shownIf?.questionId === asked.id ? [shownIf.is] : []))
  const limit = limitOf(asked) ?? 0
  switch (asked.kind) {
    case 'short-text': return [...words.line].slice(0, limit).join('').trim()
    case 'long-text': return firstWords(words.prose, limit)
    case 'choice': return awaited[0] ?? asked.options[0]?.id ?? null
    case 'choices': return asked.options.filter(({ id }, index) => index === 0 || awaited.includes(id)).map(({ id }) => id)
    case 'number': return Math.max(asked.least ?? -Infinity, Math.min(asked.most ?? Infinity, figure))
    case 'date': return date
    case 'link': return link
    case 'yes-no': return awaited.length === 0 || awaited.includes('yes')
    case 'file': return null
  }
}

/** The text, cut before its `limit`th space when it has more words. */
function firstWords(text: string, limit: number): string {
  return countWords(text) <= limit ? text : text.split(/\s+/u).slice(0, limit).join(' ')
}
