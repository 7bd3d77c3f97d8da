import { describe, expect, test } from 'vitest'
import { coreFields, optionalFields } from '#lib/domain/application.ts'
import { askedForm } from '#lib/domain/asked-form.ts'
import { isProposed } from '#lib/domain/criterion.ts'
import type { Question } from '#lib/domain/question.ts'
import { askedInWords } from '#lib/i18n/asked-words.ts'

const first: Question = {
  id: '0190a7d2-0000-7000-8000-000000000001', kind: 'yes-no', label: { fr: 'Un terrain est-il d’accord ?', en: 'Has a site agreed?' }, help: null, required: true, audience: 'jury',
  shownIf: null, options: [], unit: null, least: null, most: null, limit: null,
}
const second: Question = { ...first, id: '0190a7d2-0000-7000-8000-000000000002', kind: 'short-text', label: { fr: 'Lequel ?' }, required: false, audience: 'managers', shownIf: { questionId: first.id, is: 'yes' }, limit: 160 }
const count: Question = { ...first, id: '0190a7d2-0000-7000-8000-000000000003', kind: 'number', label: { fr: 'Combien ?' }, audience: 'scorers', unit: { fr: 'personnes', en: 'people' }, least: 0, most: 1_000_000 }
const form = { challenges: [{ title: { fr: 'Un défi', en: 'A challenge' } }], questions: [first, second, count] }

describe('the whole form', () => {
  test('asks every core field once, and the questions of the call in their order', () => {
    const asked = askedForm(form.questions).flatMap((section) => section.asked)
    expect(asked.flatMap((each) => ('field' in each ? [each.field] : [])).sort()).toEqual([...coreFields].sort())
    expect(asked.flatMap((each) => ('question' in each ? [each.question.id] : []))).toEqual(form.questions.map(({ id }) => id))
    expect(askedForm([]).map(({ section }) => section)).toEqual(['solution', 'claim', 'proof', 'team', 'commitment'])
  })

  test('says limits, readers, choices and conditions in words', () => {
    const said = Object.fromEntries(askedInWords(form, 'fr').flatMap(({ asked }) => asked.map((each) => [each.key, each])))
    expect(said.pitch).toMatchObject({ required: true, kind: 'Texte court', limit: '200 caractères au plus', readers: 'Tout le monde, si vous êtes lauréat' })
    expect(said.challengeId).toMatchObject({ kind: 'Un choix', choices: ['Un défi'] })
    expect(said.primaryClaim?.parts).toHaveLength(8)
    expect(said.primaryClaim?.parts[1]).toBe('Mécanisme\u00a0: 300 caractères au plus')
    expect(said[second.id]).toEqual({
      key: second.id, label: 'Lequel ?', help: null, required: false, kind: 'Texte court', limit: '160 caractères au plus', choices: [], parts: [],
      condition: { question: 'Un terrain est-il d’accord ?', answer: 'Oui' }, readers: 'Équipe de l’appel seulement',
    })
    expect(said[count.id]).toMatchObject({ kind: 'Nombre\u00a0: personnes', limit: 'de 0 à 1\u202f000\u202f000' })
    expect(Object.values(said).filter(({ required }) => !required)).toHaveLength(optionalFields.size + 1)
  })

  test('is whole in English, French standing in where a word has none', () => {
    const said = Object.fromEntries(askedInWords(form, 'en').flatMap(({ asked }) => asked.map((each) => [each.key, each])))
    expect(said[second.id]).toMatchObject({ label: 'Lequel ?', limit: '160 characters at most', condition: { question: 'Has a site agreed?', answer: 'Yes' } })
  })
})

describe('a criterion', () => {
  const anchors = ['un', 'deux', 'trois', 'quatre', 'cinq'].map((fr) => ({ fr }))
  const proposal = { criteria: [{ slug: 'a', name: { fr: 'Ampleur' }, weight: 20, anchors, isProposal: true, inspiredBySourceId: null, note: null }] }

  test('is marked as the proposal only where it says the same, whatever its weight', () => {
    expect(isProposed({ name: { fr: 'Ampleur', en: 'Size' }, anchors }, proposal)).toBe(true)
    expect(isProposed({ name: { fr: 'Ampleur' }, anchors: anchors.with(4, { fr: 'six' }) }, proposal)).toBe(false)
    expect(isProposed({ name: { fr: 'Preuve' }, anchors }, proposal)).toBe(false)
  })
})
