import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCompanyAnswer } from '#lib/domain/company.ts'
import { legalFormFamilies, legalFormFamily } from '#lib/domain/legal-form.ts'
import { laPoste, nobody, numbers } from '#tests/company-register/double.ts'

const [unit = {}] = laPoste.results
const siren = numbers.found
const read = (changed: Record<string, unknown>, headquarters: Record<string, unknown> = {}) =>
  readCompanyAnswer({ ...laPoste, results: [{ ...unit, siege: { ...(unit.siege as object), ...headquarters }, ...changed }] }, siren)
const company = {
  siren, name: 'LA POSTE', legalForm: '5510', naf: '53.10Z', registeredOn: '1991-01-01', address: '19 RUE DE LA POSTE 31700 CORNEBARRIEU',
  postcode: '75015', city: 'PARIS 15', citycode: '75115', siret: '35600000000048', active: true,
}
const found = (different: Partial<Record<keyof typeof company, string | null>>) => ({ outcome: 'found', company: { ...company, ...different } })

describe('what the register answers about a SIREN', () => {
  test('is read whole, whatever else it carries', () => {
    expect(readCompanyAnswer(laPoste, siren)).toEqual(found({}))
    expect(read({ brand_new_key: { a: [1] } }, { another: 1 })).toEqual(found({}))
  })

  test('is nobody when the list is empty, or speaks of another number only', () => {
    expect(readCompanyAnswer(nobody, siren)).toEqual({ outcome: 'unknown', why: 'absent' })
    expect(read({ siren: numbers.unknown })).toEqual({ outcome: 'unknown', why: 'absent' })
  })

  test('of a natural person who opposed publication is undisclosed, never their mask as a name', () => {
    expect(read({ nom_raison_sociale: '[NON-DIFFUSIBLE]', nom_complet: '[NON-DIFFUSIBLE]' })).toEqual({ outcome: 'unknown', why: 'undisclosed' })
    expect(read({ nom_raison_sociale: null, nom_complet: '' })).toEqual({ outcome: 'unknown', why: 'undisclosed' })
  })

  test('of a legal person who opposed publication keeps the name and leaves the address out', () => {
    expect(read({}, { adresse: '[NON-DIFFUSIBLE]', code_postal: '[NON-DIFFUSIBLE]' })).toEqual(found({ address: null, postcode: null }))
  })

  test('falls back on the whole name of those without a registered one', () => {
    expect(read({ nom_raison_sociale: null, nom_complet: ' ZOÉ\u0000  EXEMPLE\n' })).toEqual(found({ name: 'ZOÉ EXEMPLE' }))
  })

  test('keeps the rest when one detail does not have its form', () => {
    expect(read({ activite_principale: 'bread', date_creation: '1991-02-30', nature_juridique: 5510 }, { siret: '35600000000049', commune: '2A004', code_postal: 75015 }))
      .toEqual(found({ naf: null, registeredOn: null, legalForm: null, siret: null, citycode: '2A004', postcode: null }))
    expect(read({ siege: 'nowhere', date_creation: '0001-01-01' })).toMatchObject({ outcome: 'found', company: { address: null, siret: null, registeredOn: null } })
    expect(read({}, { siret: '73282932000074' })).toEqual(found({ siret: null }))
  })

  test('says when a company has ceased', () => {
    expect(read({ etat_administratif: 'C' })).toMatchObject({ company: { active: false } })
    expect(read({ etat_administratif: undefined })).toMatchObject({ company: { active: true } })
  })

  test.each([null, undefined, '', '<html>', 12, [], {}, { results: 'none' }, { erreur: 'x' }])('%j is no answer', (body) => {
    expect(readCompanyAnswer(body, siren)).toEqual({ outcome: 'unreachable' })
  })

  test('whatever comes, nothing throws, and what is kept is of that number and can be stored', () => {
    const detail = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constantFrom('[NON-DIFFUSIBLE]', '\u0000', '2024-02-29'))
    const keys = fc.constantFrom(...Object.keys(unit).filter((key) => key !== 'siren'))
    const headquartersKeys = fc.constantFrom(...Object.keys(unit.siege as object))
    fc.assert(fc.property(fc.dictionary(keys, detail), fc.dictionary(headquartersKeys, detail), (changed, headquarters) => {
      const outcome = read(changed, headquarters)
      expect(['found', 'unknown']).toContain(outcome.outcome)
      if (outcome.outcome !== 'found') return
      expect(outcome.company.siren).toBe(siren)
      expect(Object.values(outcome.company).join('')).not.toMatch(/\p{C}|NON-DIFFUSIBLE/u)
      expect(outcome.company.siret ?? siren).toMatch(new RegExp(`^${siren}`))
      expect(Number.isNaN(Date.parse(outcome.company.registeredOn ?? '2000-01-01'))).toBe(false)
    }))
    fc.assert(fc.property(fc.anything(), (body) => {
      expect(['unknown', 'unreachable']).toContain(readCompanyAnswer(body, siren).outcome)
    }))
  })
})

describe('legal forms', () => {
  test.each([['5710', 'sas'], ['5499', 'sarl'], ['5510', 'sa'], ['5699', 'sa'], ['9220', 'association'], ['9300', 'foundation'], ['1000', 'sole-trader'], ['8210', 'mutual'], ['7364', 'public'], ['6220', 'other']])('%s is of the family %s', (code, family) => {
    expect(legalFormFamily(code)).toBe(family)
  })

  test('every code has a family', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999 }), (code) => { expect(legalFormFamilies).toContain(legalFormFamily(String(code).padStart(4, '0'))) }))
  })
})
