import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importColumns } from '#lib/domain/measurement-import.ts'
import { isNationalNumber, isPatientLevelName, patientLevelColumn, patientLevelSigns } from '#lib/domain/patient-level.ts'

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

describe('a sheet nobody agreed on', () => {
  const people = (...header: string[]) => [header, ...Array.from({ length: 6 }, (_, at) => header.map(() => `x${at}`))]

  test.each<[string, string[][], string]>([
    ['a first name', people('Centre', 'Prénom', 'Score'), 'Prénom'],
    ['a date of birth', people('Centre', 'Date de naissance', 'PHQ-9'), 'Date de naissance'],
    ['a patient’s number', people('ID patient', 'Visite', 'Score'), 'ID patient'],
    ['a file’s number, in English', people('MRN', 'Visit', 'Score'), 'MRN'],
    ['a header below titles and facts', [['Suivi 2026'], ['Établissement', 'CHU'], [], ...people('Site', 'Mois', 'Nom de naissance', 'Score', 'Remarque')], 'Nom de naissance'],
    ['a national number in a remark', [['Site', 'Remarque'], ['Lyon', 'vue'], ['Lyon', '2 69 05 49 588 157 80']], 'Remarque'],
    ['a row for each person', [['Site', 'n'], ...Array.from({ length: 6 }, () => ['Lyon', '1'])], 'n'],
    ['two words that might be something else', people('Patient', 'Nom', 'Score'), 'Patient'],
  ])('is refused for %s', (_what, sheet, column) => expect(patientLevelColumn(sheet)?.column).toBe(column))

  test.each<[string, string[][]]>([
    ['totals by month', [['Mois', 'Patients inclus', 'Délai moyen (jours)'], ['Janvier', '40', '32,5'], ['Février', '38', '30']]],
    ['sites and how to reach them', people('Nom', 'Adresse', 'Téléphone', 'E-mail')],
    ['indicators by name', people('Nom', 'Définition', 'Valeur')],
    ['answers of patients and carers, counted', [['Mois', 'Patient', 'Aidant'], ['1', '12', '4'], ['2', '15', '6']]],
    ['sites with their official numbers', [['Code', 'Site'], ...Array.from({ length: 25 }, (_, at) => [`69000${1000 + at}`, `Site ${at}`])]],
    ['no header at all', [['12', '40'], ['13', '42']]],
    ['nothing', []],
  ])('passes as %s', (_what, sheet) => expect(patientLevelColumn(sheet)).toBeNull())

  test('any sheet with one certain column is refused for that column, wherever it stands and however it is written', () => {
    const certain = fc.constantFrom('prénom', 'date de naissance', 'IPP', 'id patient', 'N° de sécurité sociale', 'first name', 'date of birth', 'patient id')
    const honest = fc.uniqueArray(fc.constantFrom<string[]>('Mois', 'Site', 'Patients inclus', 'Taux', 'Délai moyen', 'Remarque', 'Territoire'), { maxLength: 6 })
    const written = fc.constantFrom((text: string) => text, (text: string) => text.toUpperCase(), (text: string) => ` ${text.replaceAll(' ', '_')} `, (text: string) => text.normalize('NFD'))
    fc.assert(fc.property(certain, honest, written, fc.nat(), fc.nat({ max: 5 }), (name, others, write, where, titles) => {
      const column = write(name)
      const header = others.toSpliced(where % (others.length + 1), 0, column)
      const sheet = [...Array.from({ length: titles }, () => (header.length > 2 ? ['Un titre'] : [])), header, ...Array.from({ length: 8 }, (_, row) => header.map((_cell, at) => String(row * 7 + at + 3)))]
      expect(patientLevelColumn(sheet)?.column).toBe(column)
    }))
  })

  test('totals are never refused, whatever their figures', () => {
    const header = fc.shuffledSubarray(['Mois', 'Site', 'Nom du site', 'Patients inclus', 'Effectif', 'Taux (%)', 'Âge moyen', 'Part des femmes', 'Début', 'Fin', 'Remarque'], { minLength: 1 })
    fc.assert(fc.property(header, fc.array(fc.array(fc.integer({ min: 2, max: 99_999 }), { minLength: 11, maxLength: 11 }), { maxLength: 60 }), (columns, rows) => {
      expect(patientLevelColumn([columns, ...rows.map((row) => columns.map((_column, at) => String(row[at])))])).toBeNull()
    }))
  })
})

describe('names of files', () => {
  test.each(['Liste nominative.xlsx', 'extraction_NOMINATIF_2026.pdf', 'liste-des-patients.xlsx', 'Liste patients T1.docx', 'patient list.pdf', 'line_listing.xlsx', 'Données individuelles.xlsx', 'patient-level data.xlsx', 'suivi 2 69 05 49 588 157 80.pdf', 'cr_184122A45108933.pdf'])('%s is refused', (name) => expect(isPatientLevelName(name)).toBe(true))

  test.each(['Parcours patient.pdf', 'Questionnaire patients.docx', 'satisfaction-patients-2026-T1.xlsx', 'Attestation de données non nominatives.pdf', 'Absence de données nominatives.pdf', 'sans donnees individuelles.pdf', 'No patient-level data.pdf', 'Dossier médical partagé.pdf', 'Liste des participants à la formation.pdf', 'Liste des sites.xlsx', 'Facture 202603150012345.pdf', 'Bilan 2026-03-31.pdf', 'online listing.png'])('%s passes', (name) => expect(isPatientLevelName(name)).toBe(false))

  test('a national number is found in any name, however it is spaced', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 95 }), fc.integer({ min: 0, max: 999_999 }), fc.constantFrom('', ' ', '_', '-'), fc.constantFrom('', 'bilan ', '2026-', 'T1_'), (year, month, place, rest, gap, before) => {
      const two = (value: number) => String(value).padStart(2, '0')
      const number = `1${two(year)}${two(month)}${two(place)}${String(rest).padStart(6, '0')}`
      const whole = number + two(Number(97n - (BigInt(number) % 97n)))
      expect(isPatientLevelName(`${before}${[...whole].join(gap)} suite.pdf`)).toBe(true)
    }))
  })
})
