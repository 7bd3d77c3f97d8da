import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriedContent, carryOver } from '#lib/domain/carry-over.ts'
import { patchSchema } from '#lib/domain/draft.ts'
import { answerName } from '#lib/domain/field-name.ts'
import type { Answer, Question } from '#lib/domain/question.ts'

const asked = (id: string, kind: Question['kind'], fr: string, options: string[] = []): Question => ({
  id, kind, label: { fr }, help: null, required: false, audience: 'scorers', shownIf: null, options: options.map((label, index) => ({ id: `o-${index}`, label: { fr: label } })), unit: null, least: null, most: null, limit: null,
})
const [a, b, c] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
const version = crypto.randomUUID()
const carry = (content: Record<string, unknown>, questions: Question[] = [], next: { content?: Record<string, unknown>; questions?: Question[] } = {}) =>
  carryOver({ content, questions }, { content: next.content ?? {}, questions: next.questions ?? [] }, new Set([version]))

describe('starting from an earlier file', () => {
  it('carries texts over, and leaves what belongs to one call', () => {
    expect(carriedContent(carry({ pitch: ' Un rappel ', team: 'Deux', challengeId: crypto.randomUUID(), consent: true }))).toEqual({ pitch: 'Un rappel', team: 'Deux' })
  })

  it('replaces nothing that is written', () => {
    const rows = carry({ pitch: 'Ancien', team: 'Deux', needs: ' ' }, [], { content: { pitch: 'Nouveau', team: 'Deux' } })
    expect(rows).toEqual([
      { field: 'pitch', from: 'Ancien', to: 'Nouveau', isCarried: false, note: 'written' },
      { field: 'team', from: 'Deux', to: 'Deux', isCarried: false, note: 'same' },
    ])
    expect(carriedContent(rows)).toEqual({})
  })

  it('takes a claim without its pin when the rupture has a new version, for its author to read again', () => {
    const claim = { ruptureVersionId: crypto.randomUUID(), mechanism: 'Rappel', baseline: 60 }
    expect(carry({ primaryClaim: claim })).toEqual([{ field: 'primaryClaim', from: { metric: null, ...claim, ruptureVersionId: null }, to: null, isCarried: true, note: 'rupture-changed' }])
    expect(carriedContent(carry({ primaryClaim: { ...claim, ruptureVersionId: version } })).primaryClaim).toMatchObject({ ruptureVersionId: version })
  })

  it('finds questions by identifier, else by words and kind, and options alike', () => {
    const before = [asked(a, 'short-text', 'Où ?'), asked(b, 'choice', 'Quel stade ?', ['Pilote', 'Déployé']), asked(c, 'short-text', 'Combien ?')]
    const again = [asked(a, 'short-text', 'Où donc ?'), asked(crypto.randomUUID(), 'choice', 'QUEL STADE ?', ['Déployé', 'Pilote']), asked(crypto.randomUUID(), 'number', 'Combien ?')]
    const found = carriedContent(carry({ [answerName(a)]: 'Ici', [answerName(b)]: 'o-7', [answerName(c)]: '3' }, before, { questions: again }))
    expect(found).toEqual({ [answerName(a)]: 'Ici' })
    const other = [asked(crypto.randomUUID(), 'choice', 'quel stade ?', ['x', 'Pilote'])]
    // Same identifiers, other order: what counts is what was said.
    expect(Object.values(carriedContent(carry({ [answerName(b)]: 'o-0' }, before, { questions: [again[1] as Question] })))).toEqual(['o-1'])
    expect(Object.values(carriedContent(carry({ [answerName(b)]: 'o-0' }, before, { questions: [{ ...(other[0] as Question), options: [{ id: 'p-9', label: { fr: 'Pilote' } }, { id: 'p-8', label: { fr: 'Autre' } }] }] })))).toEqual(['p-9'])
  })

  it('always makes a save the draft accepts, over empty fields only', () => {
    const kinds = ['short-text', 'long-text', 'choice', 'choices', 'number', 'date', 'link', 'file', 'yes-no'] as const
    const list = fc.uniqueArray(fc.record({ kind: fc.constantFrom(...kinds), label: fc.constantFrom('A', 'B', 'C', 'D'), id: fc.constantFrom(a, b, c, crypto.randomUUID()) }), { maxLength: 4, selector: ({ id }) => id }).map((all) => all.map(({ id, kind, label }) => asked(id, kind, label, ['Un', 'Deux'])))
    const answer: fc.Arbitrary<Answer> = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant('o-0'), fc.subarray(['o-0', 'o-1', 'o-9']), fc.constant(null), fc.constant('2026-01-01'))
    const text = fc.constantFrom(null, undefined, ' ', 'x')
    const content = fc.record({ pitch: text, team: text, consent: fc.boolean(), [answerName(a)]: answer, [answerName(b)]: answer, [answerName(c)]: answer } as Record<string, fc.Arbitrary<unknown>>)
    fc.assert(fc.property(content, list, content, list, (from, before, to, next) => {
      const rows = carryOver({ content: from, questions: before }, { content: to, questions: next }, new Set())
      const fields = carriedContent(rows)
      expect(Object.keys(fields).length === 0 || patchSchema(next).safeParse(fields).success).toBe(true)
      expect(Object.keys(fields).filter((field) => String(to[field] ?? '').trim() !== '')).toEqual([])
      expect(Object.keys(fields)).not.toContain('consent')
    }))
  })
})
