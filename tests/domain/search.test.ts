import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, matches, searchWords } from '#lib/domain/search.ts'
import { slug, toSlug } from '#lib/domain/slug.ts'

describe('fold', () => {
  test.each([
    ['Œdème', 'oedeme'],
    ['CÆSIUM', 'caesium'],
    ['l’hôpital', "l'hopital"],
    ['e\u0301te\u0301', 'ete'],
    ['ÉTÉ', 'ete'],
    ['Straße', 'strasse'],
    ['ville–hôpital', 'ville-hopital'],
    ['18\u202F000\u00A0%', '18 000 %'],
    ['ﬁn', 'fin'],
    ['soft\u00ADhyphen', 'softhyphen'],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('folding twice changes nothing more', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => { expect(fold(fold(text))).toBe(fold(text)) }))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(fold(fold(text))).toBe(fold(text)) }))
  })
})

describe('matches', () => {
  test('ignores accents, case, ligatures and apostrophes', () => {
    expect(matches('Sortie d’hospitalisation psychiatrique', 'SORTIE D\'HOSPITALISATION')).toBe(true)
    expect(matches('Dépression du post-partum', 'depression post partum')).toBe(true)
    expect(matches('Cœur', 'coeur')).toBe(true)
    expect(matches('Coeur', 'cœur')).toBe(true)
    expect(matches('Dépression', 'anxiété')).toBe(false)
  })

  test('an empty query matches everything, and words may come in any order', () => {
    expect(matches('lit', '')).toBe(true)
    expect(matches('recherche de lit', '   ’ - ')).toBe(true)
    expect(matches('recherche de lit', 'lit recherche')).toBe(true)
    expect(searchWords('l’accès  aux soins')).toEqual(['l', 'acces', 'aux', 'soins'])
  })

  test('any text is found by itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => { expect(matches(text, text)).toBe(true) }))
  })
})

describe('toSlug', () => {
  test('keeps words and drops everything else', () => {
    expect(toSlug('Délai moyen (borne basse)')).toBe('delai-moyen-borne-basse')
    expect(toSlug('Assistance publique – Hôpitaux de Paris (AP-HP)')).toBe('assistance-publique-hopitaux-de-paris-ap-hp')
    expect(toSlug('…')).toBe('')
  })

  test('is a slug or nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const made = toSlug(text)
      expect(made === '' || slug.safeParse(made).success).toBe(true)
    }))
  })
})
