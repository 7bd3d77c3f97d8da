import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applicationForm, type CoreField, coreFields, limits, maturities, regulatoryStates } from '#lib/domain/application.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import { changedFields, type Deposit, overlaid, settledContent } from '#lib/domain/deposit.ts'
import { gapsOf } from '#lib/domain/draft.ts'
import { answerName } from '#lib/domain/field-name.ts'

/** What is frozen is what was judged, and what was not reopened stays to the letter. */
const padded = (limit: number) => fc.tuple(fc.constantFrom('', ' ', '\n\n'), fc.string({ minLength: 1, maxLength: Math.min(limit, 30) }).filter((text) => text.trim() !== ''), fc.constantFrom('', '  ')).map((parts) => parts.join(''))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const claim = fc.record({
  ruptureVersionId: fc.uuid(), mechanism: padded(300), population: padded(200), indicator: padded(200), unit: padded(60),
  baseline: fc.integer({ min: -1e6, max: 1e6 }), target: fc.integer({ min: -1e6, max: 1e6 }), evidenceLevel: fc.constantFrom('none', 'randomised'),
})
const whole = fc.record({
  solution: padded(limits.solution), pitch: padded(limits.pitch), summary: padded(limits.summary), challengeId: fc.uuid(), primaryClaim: claim, secondClaim: maybe(claim), thirdClaim: fc.constantFrom(null, {}, { mechanism: '' }),
  evidence: padded(limits.evidence), maturity: fc.constantFrom(...maturities), regulatoryState: fc.constantFrom(...regulatoryStates), regulatoryNote: maybe(fc.constantFrom('', ' a ')),
  team: padded(limits.team), needs: padded(limits.needs), budget: maybe(fc.nat(1e9)), inKind: maybe(padded(20)), links: fc.constant(null), consent: fc.constant(true),
})

describe('a settled content', () => {
  it('is exactly what the form makes of a content without gaps', () => {
    fc.assert(fc.property(whole, (content) => {
      expect(gapsOf(content, [], {})).toEqual([])
      const claims = Object.fromEntries((['primaryClaim', 'secondClaim'] as const).map((field) => [field, content[field] && { metric: null, ...content[field] }]))
      expect(settledContent(content, [])).toEqual(applicationForm.parse({ ...content, ...claims, thirdClaim: null }))
    }))
  })

  it('is settled already', () => {
    fc.assert(fc.property(whole, (content) => {
      const once = settledContent(content, [])
      expect(settledContent(once, [])).toEqual(once)
    }))
  })

  it('leaves out what is not asked any more', () => {
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
    const asked = { label: { fr: 'Q' }, help: null, required: false, audience: 'scorers' as const, options: [], unit: null, least: null, most: null, limit: null }
    const questions = [{ ...asked, id: first, kind: 'yes-no' as const, shownIf: null }, { ...asked, id: second, kind: 'short-text' as const, shownIf: { questionId: first, is: 'yes' } }]
    expect(settledContent({ [answerName(first)]: false, [answerName(second)]: 'x' }, questions)).not.toHaveProperty(answerName(second))
    expect(settledContent({ [answerName(first)]: true, [answerName(second)]: ' x ' }, questions)).toMatchObject({ [answerName(second)]: 'x' })
  })
})

const questions = Array.from({ length: 3 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`)
const deposit = fc.record({
  number: fc.constant('A-0001'), sequence: fc.nat(9), kind: fc.constantFrom('submission', 'correction'), submittedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
  call: fc.constant('a'), formVersion: fc.nat(3), organisation: fc.record({ name: fc.string(), siren: fc.constant(null) }),
  fields: fc.record(Object.fromEntries(coreFields.map((field) => [field, fc.option(fc.string(), { nil: null })])) as Record<CoreField, fc.Arbitrary<unknown>>),
  answers: fc.subarray(questions).chain((ids) => fc.tuple(...ids.map((question) => fc.record({ question: fc.constant(question), label: fc.record({ fr: fc.string() }), kind: fc.constant('short-text' as const), answer: fc.string(), chosen: fc.constant([]), unit: fc.constant(null) })))),
  files: fc.uniqueArray(fc.record({ id: fc.uuid(), question: fc.constantFrom(null, ...questions), name: fc.string(), mediaType: fc.constant('application/pdf'), size: fc.nat(), sha256: fc.string() }), { maxLength: 4, selector: ({ id }) => id }),
}) as fc.Arbitrary<Deposit>
const opened = fc.subarray([...coreFields, ...questions.map(answerName)])

/** Everything of a deposit that belongs to a field, as one text. */
const partOf = ({ fields, answers, files }: Deposit, field: string) =>
  canonicalJson([fields[field as CoreField] ?? null, answers.filter(({ question }) => answerName(question) === field), files.filter(({ question }) => (question === null ? 'evidence' : `answers.${question}`) === field).map(({ id }) => id).sort()])

describe('a deposit after the deadline', () => {
  it('is the next one in the fields opened and the last one in all others', () => {
    fc.assert(fc.property(deposit, deposit, opened, (last, next, fields) => {
      const made = overlaid(last, next, fields)
      for (const field of [...coreFields, ...questions.map(answerName)]) expect(partOf(made, field)).toBe(partOf(fields.includes(field) ? next : last, field))
      expect([made.number, made.call, made.formVersion, made.organisation]).toEqual([last.number, last.call, last.formVersion, last.organisation])
      expect([made.sequence, made.kind, made.submittedAt]).toEqual([next.sequence, next.kind, next.submittedAt])
    }))
  })

  it('with nothing opened has the content of the last one', () => {
    fc.assert(fc.property(deposit, deposit, (last, next) => {
      const made = overlaid(last, next, [])
      expect(changedFields(made.fields, last.fields)).toEqual([])
      expect(made.files.map(({ id }) => id)).toEqual(last.files.map(({ id }) => id).sort())
    }))
  })
})

describe('answers after the deadline', () => {
  it('keep their order: what is open stands where it stood, what is new comes last', () => {
    const [first, second, third] = questions as [string, string, string]
    const answered = (question: string, answer: string) => ({ question, label: { fr: 'Q' }, kind: 'short-text' as const, answer, chosen: [], unit: null })
    const base = { ...(fc.sample(deposit, 1)[0] as Deposit), files: [] }
    const made = overlaid({ ...base, answers: [answered(second, 'a'), answered(first, 'b')] }, { ...base, answers: [answered(third, 'c'), answered(first, 'd'), answered(second, 'e')] }, [answerName(second), answerName(third)])
    expect(made.answers.map(({ question, answer }) => [question, answer])).toEqual([[second, 'e'], [first, 'b'], [third, 'c']])
  })
})

describe('what changed', () => {
  it('is nothing between a content and itself, and is symmetric', () => {
    fc.assert(fc.property(whole, whole, (a, b) => {
      expect(changedFields(a, structuredClone(a))).toEqual([])
      expect(changedFields(a, b).sort()).toEqual(changedFields(b, a).sort())
    }))
  })

  it('does not tell absent from null', () => {
    expect(changedFields({ pitch: null }, {})).toEqual([])
    expect(changedFields({ pitch: 'a', team: 'b' }, { team: 'b' })).toEqual(['pitch'])
  })
})
