import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applicationDocument } from '#lib/server/document/application-document.ts'
import { formDocument } from '#lib/server/document/form-document.ts'
import { ink } from '#lib/server/document/pdf-text.ts'
import type { Block, PortalDocument } from '#lib/server/document/portal-document.ts'
import { receiptDocument } from '#lib/server/document/receipt-document.ts'
import { renderPdf } from '#lib/server/document/render-pdf.ts'
import { sampleApplication, sampleForm, sampleReceipt } from './document-samples.ts'
import { readPdf } from './read-pdf.ts'

const plain: PortalDocument = { locale: 'fr', kind: 'Essai', title: 'Essai', number: null, sha256: null, dated: new Date('2026-05-12T15:00:00Z'), demonstration: null, lead: null, blocks: [] }
const read = async (document: PortalDocument) => readPdf(await renderPdf(document))
const withText = (text: string): PortalDocument => ({ ...plain, blocks: [{ block: 'text', text }] })
/** Spaces of all widths as one, as an eye reads them. */
const seen = (text: string) => text.replace(/\s+/g, ' ')
/** Texts given in reading order beside the drawing: UTF-16 in literal strings (ISO 32000-1, 7.3.4.2 and 7.9.2.2). */
const actualTexts = (file: string) => [...file.matchAll(/\/ActualText \(\xFE\xFF((?:[^\\)]|\\[^])*)\)/g)].map(([, text = '']) => Buffer.from(text.replace(/\\([^])/g, '$1'), 'latin1').swap16().toString('utf16le'))
const hash = (file: Uint8Array) => createHash('sha256').update(file).digest('hex')

describe('a receipt', () => {
  test('says in French what was received, when to the second, and how to check it', async () => {
    const receipt = sampleReceipt('fr')
    const { text, pages, info, size } = await read(receiptDocument(receipt))
    for (const said of [
      'Récépissé de dépôt : Veille de nuit',
      'demo-ouvert-0042',
      'Les Veilleurs (SIREN 732 829 320)',
      'mardi 12 mai 2026 à 16 h 59 min 07 s, heure de Paris',
      '2026-05-12T14:59:07.412Z',
      'Camille Dubois',
      'dépôt n° 2, remplace celui du dimanche 10 mai 2026 à 14 h 02 min 11 s, heure de Paris',
      'dossier technique, été 2026.pdf',
      '1,2 Mo (1 234 567 octets)',
      'La liste de l’équipe, jusqu’au mardi 30 juin 2026 à 23 h 59 min 59 s, heure de Paris',
      'au plus tard le 1er juillet 2026',
      'Comment vérifier ce récépissé',
    ]) expect(seen(text)).toContain(said)
    for (const { sha256 } of [receipt, ...receipt.files]) expect(text).toContain(sha256)
    expect(text.replace(/\s/g, '')).toContain(receipt.contentUrl)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`SHA-256 ${receipt.sha256}`)
      expect(seen(page)).toContain('Démonstration : tout ce que dit ce document est inventé.')
      expect(page).toContain(`page ${index + 1} / ${pages.length}`)
    }
    expect(info).toMatchObject({ Title: 'Récépissé de dépôt\u00A0: Veille de nuit', Author: 'Passerelle', Language: 'fr-FR', CreationDate: 'D:20260512145907Z' })
    expect(size.map(Math.round)).toEqual([0, 0, 595, 842])
  })

  test('says the same in English; a first deposit, without file, change or promised date, says so', async () => {
    const { text, info } = await read(receiptDocument({ ...sampleReceipt('en'), sequence: { position: 1, replaces: null }, files: [], mayChange: [], answerOn: null, demonstration: false, organisation: { name: 'Les Veilleurs', siren: null, beingCreated: true } }))
    for (const said of ['Receipt of submission: Night watch', 'Tuesday, 12 May 2026 at 16:59:07, Paris time', 'submission no. 1', 'No file was attached.', 'Nothing: the submission is frozen.', 'The date of the answer is not set yet.', 'company being set up, without a SIREN', 'page 1 of']) expect(seen(text)).toContain(said)
    expect(text).not.toMatch(/Demonstration|replaces/)
    expect(info).toMatchObject({ Language: 'en-GB' })
  })

  test('calls nobody a company being set up who has no number for another reason', async () => {
    const { text } = await read(receiptDocument({ ...sampleReceipt('en'), organisation: { name: 'Association des veilleurs', siren: null } }))
    expect(seen(text)).toContain('Association des veilleurs')
    expect(text).not.toMatch(/being set up|SIREN/)
  })
})

describe('an application', () => {
  test('keeps questions, paragraphs, claims and files in order, and says what is unanswered', async () => {
    const { roles } = await read(applicationDocument(sampleApplication('fr')))
    const of = (...wanted: string[]) => roles.filter(({ role }) => wanted.includes(role)).map(({ text }) => seen(text).trim())
    expect(of('H1', 'H2')).toEqual(['Veille de nuit', '1. La solution', '2. L’équipe', '3. Promesses', '4. Fichiers joints'])
    expect(of('H3')).toEqual(['Votre solution en une phrase', 'Comment marche-t-elle ?', 'À qui s’adresse-t-elle ?', 'Langues parlées', 'Lien vers une démonstration', 'Qui êtes-vous ?', 'Promesse principale', 'Promesse secondaire'])
    expect(of('LBody')).toEqual(['Adultes', 'Aidants'])
    expect(of('Span').slice(0, 2)).toEqual(['Nous appelons chaque soir, à heure choisie,', 'une personne formée écoute et transmet au soignant ce qui doit l’être.'])
    expect(of('P')).toContain('Sans réponse')
    expect(of('P').some((text) => text.startsWith('Sur la rupture « Sortie d’hospitalisation sans suivi »'))).toBe(true)
    expect(of('TH')).toContain('Fichier et son empreinte SHA-256')
  })

  test('says of a draft that nothing is deposited', async () => {
    const { text, info } = await read(applicationDocument({ ...sampleApplication('fr'), deposit: null }))
    expect(seen(text)).toContain('Rien n’est encore déposé. Ce document montre le brouillon tel qu’il était le mardi 12 mai 2026 à 16 h 59 min 07 s, heure de Paris.')
    expect(text).not.toContain('SHA-256 9f86')
    expect(info).toMatchObject({ CreationDate: 'D:20260512145907Z' })
  })
})

test('a form shows dates, questions, limits, conditions, choices, and the grid with its weights', async () => {
  const { text } = await read(formDocument(sampleForm('fr')))
  for (const said of ['Version 3 du formulaire, publiée le mercredi 1er avril 2026 à 9 h 00 min 00 s, heure de Paris.', 'Calendrier', 'Grand jury', '18 juin 2026', '1. La solution', 'obligatoire · texte court · 200 signes au plus', 'Ce qu’elle fait, pour qui.', 'facultatif · un choix', 'Seulement si vous répondez « Oui » à « Est-ce un dispositif médical ? »', 'IIa', 'La grille de notation', '40 % de la note', 'Note 5', 'Un essai randomisé.']) expect(seen(text)).toContain(said)
})

describe('a file', () => {
  test('is the same for the same document, whatever was made in between', async () => {
    const documents = [receiptDocument(sampleReceipt('fr')), applicationDocument(sampleApplication('en')), withText('1. Énoncé « ô », œuvre, ½')]
    const first = await Promise.all(documents.map(renderPdf))
    const again = await Promise.all(documents.toReversed().map(renderPdf))
    expect(again.toReversed().map(hash)).toEqual(first.map(hash))
    expect(new Set(first.map(hash)).size).toBe(3)
  })

  test('carries its own faces and no others', async () => {
    const file = Buffer.from(await renderPdf(applicationDocument(sampleApplication('fr')))).toString('latin1')
    const faces = [...file.matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([\w-]+)/g)].map(([, face]) => face)
    expect([...new Set(faces)].toSorted()).toEqual(['AtkinsonHyperlegibleMono-Regular', 'AtkinsonHyperlegibleNext-Regular', 'AtkinsonHyperlegibleNext-SemiBold', 'DejaVuSans', 'Spectral-Medium'])
  })

  test('of many pages keeps head, foot and every line of every answer', async () => {
    const answer = (index: number) => Array.from({ length: 90 }, (_, word) => `mot${index}-${word}`).join(' ')
    const blocks = Array.from({ length: 60 }, (_, index): Block[] => [{ block: 'subheading', text: `Question ${index}` }, { block: 'text', text: answer(index) }]).flat()
    const { pages, text } = await read({ ...plain, number: 'X-1', blocks })
    expect(pages.length).toBeGreaterThan(9)
    expect(pages.every((page, index) => page.includes('Passerelle') && page.includes('X-1') && page.includes(`page ${index + 1} / ${pages.length}`))).toBe(true)
    const words = new Set(text.split(/\s+/))
    expect(Array.from({ length: 60 }, (_, index) => answer(index).split(' ')).flat().filter((word) => !words.has(word))).toEqual([])
  })
})

describe('text', () => {
  test('of other alphabets is drawn, in reading order for who listens; what no face draws is marked and counted', async () => {
    const { text } = await read(withText('Ελληνικά Россия Ж ½ → ☑ e\u0301 中文 🚀 👩‍⚕️'))
    expect(seen(text)).toContain('Ελληνικά Россия Ж ½ → ☑ é □□ □ □')
    expect(seen(text)).toContain('4 signes que les caractères de ce fichier ne savent pas dessiner sont remplacés par □.')
    const arabic = 'مرحبا بكم في المنصة'
    const file = Buffer.from(await renderPdf(withText(arabic))).toString('latin1')
    expect(actualTexts(file)).toEqual([arabic])
  })

  test('longer than a line is parted without a hyphen it never had', async () => {
    const address = `https://exemple.fr/${'une-adresse/'.repeat(20)}fin`
    expect((await read(withText(`Voir ${address} et la suite.`))).text.replace(/\s/g, '')).toContain(`Voir${address}etlasuite.`)
    const digits = '0123456789abcdef'.repeat(16)
    expect((await read(withText(digits))).text.replace(/\s/g, '')).toContain(digits)
  })

  test('in French keeps together what must be: guillemets, high points, thousands', async () => {
    const { text } = await read(withText('Il y a « 12\u202F345 » personnes ; est-ce vrai ? '.repeat(12)))
    for (const line of text.split('\n').filter((line) => !line.includes('page 1'))) expect(line.trim()).not.toMatch(/^[;?»]|«$|\d\u2009?$|^\u2009?345/)
  })

  test('cannot turn around, hide or break: overrides, controls and lone halves are dropped', () => {
    const { write, missing } = ink(() => true, 'en')
    expect(write('a\u202Ecod.exe\u202C b\u0000c\u200Bd\tf\r\ng')).toBe('acod.exe bcd f\ng')
    expect(missing()).toBe(0)
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = write(text)
      return written.isWellFormed() && write(written) === written && !/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(written.replaceAll('\n', ''))
    }))
  })

  test('of any kind gives a file', { timeout: 60_000 }, async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('\n', '\n\n', ' ', 'ا', 'ש', 'é', '́', '😀', '\u200D', '\0', '«', ' ;', 'x'.repeat(200), '﷽', 'ཀྵ', '\u2028') }))
    await fc.assert(fc.asyncProperty(text, text, async (one, two) => {
      const blocks: Block[] = [{ block: 'heading', text: one }, { block: 'text', text: two }, { block: 'facts', facts: [{ term: one, value: two, exact: true }] }, { block: 'list', items: [one, two] }, { block: 'table', columns: [{ title: one, share: 1 }], rows: [{ cells: [two], under: one }] }]
      expect((await renderPdf({ ...plain, title: one, blocks })).length).toBeGreaterThan(5_000)
    }), { numRuns: 40 })
  })
})
