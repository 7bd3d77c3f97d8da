import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importColumns } from '#lib/domain/measurement-import.ts'
import { isNationalNumber, patientLevelSigns } from '#lib/domain/patient-level.ts'

const signs = (header: string[], rows: string[][] = []) => patientLevelSigns(header, rows).map(({ code, column }) => `${column}: ${code}`)
const column = (name: string, values: string[]) => signs([name], values.map((value) => [value]))

describe('headers that name somebody’s data', () => {
  test.each([
    ['Nom', 'person-name'], ['PRÉNOM', 'person-name'], ['Nom de naissance', 'person-name'], ['Last name', 'person-name'], ['patient_name', 'person-name'], ['initiales', 'person-name'],
    ['Date de naissance', 'birth-date'], ['date_naissance', 'birth-date'], ['Né(e) le', 'birth-date'], ['DDN', 'birth-date'], ['DOB', 'birth-date'],
    ['NIR', 'national-number'], ['INS', 'national-number'], ['N° de sécurité sociale', 'national-number'], ['numéro INS', 'national-number'],
    ['Adresse', 'address'], ['Adresse postale', 'address'], ['E-mail', 'email'], ['Courriel', 'email'], ['Téléphone', 'phone'],
    ['IPP', 'identifier'], ['Patient ID', 'identifier'], ['id_patient', 'identifier'], ['numéro de dossier', 'identifier'], ['Identifiant du patient', 'identifier'],
  ])('%s: %s', (header, code) => { expect(signs([header])).toEqual([`${header}: ${code}`]) })

  test.each(['Nom de l’indicateur', 'Patients', 'Patients inclus', 'Nombre de patients', 'Personnes', 'Territoire', 'Département', 'Site', 'Nom du site', 'Date', 'Début', 'Unité', 'Adressés', 'Taux de patients suivis', 'Code postal', 'Âge moyen', 'Identification'])('%s is nobody’s', (header) => { expect(signs([header])).toEqual([]) })
})

describe('patterns of values', () => {
  test('e-mails, telephones, addresses, births, numbered people', () => {
    expect(column('contact', ['a@x.fr', 'b@x.fr', 'c.d@y.org', 'e@z.com', 'f@z.com'])).toEqual(['contact: email'])
    expect(column('contact', ['06 12 34 56 78', '0612345679', '+33 6 12 34 56 70', '01.23.45.67.89', '0712345678'])).toEqual(['contact: phone'])
    expect(column('lieu', ['12 rue des Lilas', '3 bis, avenue Foch', '7 Allée Verte', '8 place Monge', '15 boulevard Voltaire'])).toEqual(['lieu: address'])
    expect(column('jour', ['12/03/1956', '01/01/1980', '30/11/2001', '02/02/1999', '05/06/1971'])).toEqual(['jour: birth-date'])
    expect(column('code', Array.from({ length: 20 }, (_, at) => `P-${1000 + at}`))).toEqual(['code: identifier'])
  })

  test('not dates of a few years, codes of places, one address', () => {
    expect(column('jour', ['12/03/2026', '01/04/2026', '30/11/2025', '02/02/2025', '05/06/2024'])).toEqual([])
    expect(column('code', Array.from({ length: 95 }, (_, at) => String(at + 1).padStart(2, '0')))).toEqual([])
    expect(column('contact', ['a@x.fr'])).toEqual([])
  })

  test('a national number anywhere, by its key', () => {
    const number = '2 69 05 49 588 157 80'
    expect(isNationalNumber(number)).toBe(true)
    expect(isNationalNumber('2 69 05 49 588 157 81')).toBe(false)
    expect(isNationalNumber('1 84 12 2A 451 089 33')).toBe(true)
    expect(isNationalNumber('1 84 12 2B 451 089 60')).toBe(true)
    expect(isNationalNumber('1 84 12 2B 451 089 33')).toBe(false)
    expect(signs(['note'], [['vu le 3'], [number]])).toEqual(['note: national-number'])
  })

  test('a row for each person: n = 1, again and again', () => {
    expect(column('n', ['1', '1', '1', '1', '12'])).toEqual(['n: one-row-per-person'])
    expect(column('Effectif', ['1', '1', '1', '1', '1'])).toEqual(['Effectif: one-row-per-person'])
    expect(column('n', ['1', '14', '1', '22', '12'])).toEqual([])
    expect(column('n', ['1', '1', '1', '1'])).toEqual([])
  })
})

test('the key of a national number catches any one digit wrong', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 95 }), fc.integer({ min: 0, max: 999_999 }), fc.nat({ max: 12 }), fc.integer({ min: 1, max: 9 }), (year, month, place, rest, at, by) => {
    const two = (value: number) => String(value).padStart(2, '0')
    const number = `2${two(year)}${two(month)}${two(place)}${String(rest).padStart(6, '0')}`
    const key = two(Number(97n - (BigInt(number) % 97n)))
    const wrong = [...number].map((digit, index) => (index === at ? String((Number(digit) + by) % 10) : digit)).join('')
    expect(isNationalNumber(number + key)).toBe(true)
    expect(isNationalNumber(wrong + key)).toBe(false)
  }))
})

test('no false alarm on the aggregate template, whatever is written in it', () => {
  const prose = fc.string({ unit: 'grapheme' }).filter((text) => !isNationalNumber(text))
  const row = fc.record({ metric: prose, start: fc.integer({ min: 1990, max: 2030 }), value: fc.double({ noNaN: true }), n: fc.integer({ min: 2, max: 5000 }), method: prose, note: fc.oneof(prose, fc.emailAddress(), fc.constant('12 rue des Lilas')) })
  fc.assert(fc.property(fc.array(row, { maxLength: 40 }), fc.constantFrom('en', 'fr'), (rows, language) => {
    const header = Object.keys(importColumns)
    const cells = rows.map(({ metric, start, value, n, method, note }) => [metric, `${start}-01-01`, `${start}-12-31`, String(value), String(n), String(n), '2.5', String(n), '%', method, note, note])
    expect(signs(header, cells)).toEqual([])
    expect(signs(language === 'en' ? header : ['Indicateur', 'Début', 'Fin', 'Valeur', 'Numérateur', 'Dénominateur', 'Écart-type', 'Effectif', 'Unité', 'Méthode', 'Remarque', 'Motif'])).toEqual([])
  }))
})
