import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderPdf } from '#lib/server/document/render-pdf.ts'
import { portfolioDocument } from '#lib/server/programme-report/portfolio-document.ts'
import { reportDocument } from '#lib/server/programme-report/report-document.ts'
import type { Reported } from '#lib/server/programme-report/read-reports.ts'
import { readPdf } from './read-pdf.ts'
import { extremeLaureate, sampleLaureate, sampleMetric, samplePortfolio, sampleReport } from './report-samples.ts'

const read = async (laureate: Reported, locale: 'fr' | 'en' = 'fr', side: 'manager' | 'mentor' | 'laureate' = 'manager') => readPdf(await renderPdf(reportDocument(sampleReport(laureate, side), locale)))
/** Where the notes of a page end that holds all it was given (points): the least too much moves them. */
const leastFoot = 49.5
/** Spaces of all widths as one, and no break where a line ends. */
const seen = (text: string) => text.replace(/\s+/g, ' ')

describe('the report of a laureate', () => {
  test('says in French what its pages say', async () => {
    const { pages, text, info, size, roles } = await read(sampleLaureate())
    expect([pages.length, size.map(Math.round), info]).toMatchObject([1, [0, 0, 595, 842], { Title: 'Rapport\u00A0: Veille de nuit', Language: 'fr-FR' }])
    for (const said of [
      'Démonstration : tout ce que dit ce document est inventé.',
      'Les Veilleurs · Réparer les ruptures en santé mentale',
      'de 40 % à 65 % d’ici le 1er octobre 2026',
      'Sortie d’hospitalisation sans suivi',
      'mois 8 sur 9, depuis le 1er octobre 2025',
      '● 1 validé ; ○ 1 fait, à valider ; ▲ 1 en retard ; ◇ 1 bientôt dû ; ▮ 1 à venir',
      '70 % (de 54,6 à 81,9)',
      'au 28 avr. 2026, effectif 40',
      'Avant–après : ne peut pas établir une cause.',
      '3 envoyés, 1 passé, 3 en retard',
      'Prochaine : mardi 19 mai 2026, 14 h',
      '6 sur 10 heures · En cours',
      'attendu le 1er juin 2026',
      'Jalon en retard, 15 avr. 2026',
      'Chiffres du portail le mardi 12 mai 2026, 11 h 30, heure de Paris. Sources des données : Registre du service.',
      'page 1 / 1',
    ]) expect(seen(text)).toContain(said)
    expect(roles.filter(({ role }) => role === 'H1').map((it) => it.text)).toEqual(['Veille de nuit'])
    expect(roles.filter(({ role }) => role === 'Figure')).toHaveLength(2)
  })

  test('says the same in English, and a stopped programme as stopped', async () => {
    const { text, info } = await read(sampleLaureate(0, { stoppedOn: '2026-04-20', flags: [] }), 'en')
    for (const said of ['month 8 of 9, since 1 October 2025', 'stopped on 20 April 2026', 'Tall bar: stop.', '70% (54.6 to 81.9)', 'Before–after: cannot establish a cause.', '6 of 10 heures · Under way', 'No flag']) expect(seen(text)).toContain(said)
    expect(info).toMatchObject({ Language: 'en-GB' })
  })

  test('never gives flags to whom they are not raised for, nor a last contact to whom does not read the messages', async () => {
    const [mentor, laureate] = [seen((await read(sampleLaureate(), 'fr', 'mentor')).text), seen((await read(sampleLaureate(), 'fr', 'laureate')).text)]
    for (const text of [mentor, laureate]) expect(text).not.toMatch(/Alertes|Jalon en retard/)
    expect([mentor.includes('Dernier échange'), laureate.includes('Dernier échange')]).toEqual([false, true])
    expect(mentor).toContain('Jalon 3 20 mai 2026, bientôt dû')
  })

  test('counts only what somebody else verified, and says what few it rests on', async () => {
    const [waiting, few] = [sampleMetric(0), sampleMetric(0, {}, 7)]
    const unverified = { ...waiting, points: waiting.points.map((point) => Object.assign({}, point, { state: 'submitted' as const })) }
    const text = seen((await read(sampleLaureate(0, { metrics: [unverified] }))).text)
    expect(text).toContain('Mesuré, pas encore vérifié')
    expect(text).not.toContain('70 %')
    expect(seen((await read(sampleLaureate(0, { metrics: [few] }))).text)).toMatch(/effectif 7 \(ne se publie pas\).*Document de travail/)
  })

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('is one page, all of it above the foot, with %i metrics and more of everything than anybody writes', async (count) => {
    for (const locale of ['fr', 'en'] as const) {
      const { pages, text, lowest } = await read(extremeLaureate(count), locale)
      expect([pages.length, lowest > leastFoot, /Ne le diffusez pas\.|Do not circulate it\./.test(seen(text))]).toEqual([1, true, count > 0])
    }
  })

  test.each([[9, 'et un de plus sur le portail'], [30, 'et 22 de plus sur le portail']])('counts the metrics it has no room for: of %i', async (count, said) => {
    const { pages, text, lowest } = await read(extremeLaureate(count))
    expect([pages.length, lowest > leastFoot]).toEqual([1, true])
    expect(seen(text)).toContain(`${said} Suivi`)
    expect(seen(text)).toContain('et 12 de plus sur le portail')
  })

  test('is one page whatever is written in it', async () => {
    const line = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.stringMatching(/^[A-Za-z]{1,200}$/))
    const metric = fc.record({ name: line, unit: line, population: line, dataSource: fc.option(line), baseline: fc.option(fc.double({ min: -1e12, max: 1e12, noNaN: true })), target: fc.option(fc.double({ min: -1e12, max: 1e12, noNaN: true })) })
    await fc.assert(fc.asyncProperty(line, line, fc.array(metric, { maxLength: 12 }), async (organisationName, solution, metrics) => {
      const { pages, lowest } = await read(sampleLaureate(0, { organisationName, solution, metrics: metrics.map((more, index) => sampleMetric(index, more)) }))
      expect(pages).toHaveLength(1)
      expect(lowest).toBeGreaterThan(leastFoot)
    }), { numRuns: 12 })
  }, 60_000)
})

describe('the report of all laureates', () => {
  test('gives figures, coverage, every result at the same size, then a page for each laureate', async () => {
    const worse = sampleMetric(10, { name: 'Un résultat moins bon', direction: 'lower-is-better' })
    const none = sampleMetric(20, { name: 'Un résultat nul', baseline: 70 })
    const portfolio = samplePortfolio([sampleLaureate(0), sampleLaureate(1, { metrics: [worse], mood: { month: 7, mood: 'off-track', reason: null } }), sampleLaureate(2, { metrics: [none], mood: null, flags: [] })])
    const { pages, text } = await readPdf(await renderPdf(portfolioDocument(portfolio)))
    expect(pages).toHaveLength(6)
    const [cover = '', table = '', results = ''] = pages.map(seen)
    for (const said of ['3lauréats', '0En bonne voie', '1Sous tension', '1En difficulté', '2alertes', 'Un lauréat n’en a pas encore envoyé.', 'contribution, jamais d’attribution', 'ne sont jamais additionnées', 'Sortie d’hospitalisation sans suivi 3 3 1 1 1 0 0']) expect(cover).toContain(said)
    expect(table).toContain('Programme en cours, en difficulté')
    for (const said of ['Un résultat moins bon', 'Moins bien qu’au départ', 'Un résultat nul', 'Sans différence établie', 'Mieux qu’au départ']) expect(results).toContain(said)
    for (const [index, page] of pages.slice(3).entries()) expect(seen(page)).toContain(`page ${index + 4} / 6`)
    expect(seen(text)).toContain('effectif 40')
  })

  test('says so where there is nobody to show, or where the board was narrowed', async () => {
    const empty = samplePortfolio([], 'en')
    const narrowed = Object.assign({}, empty, { board: { ...empty.board, view: { ...empty.board.view, flag: 'no-contact' } } })
    const { pages, text } = await readPdf(await renderPdf(portfolioDocument(narrowed)))
    expect(pages).toHaveLength(1)
    expect(seen(text)).toMatch(/A part only: the board was filtered\..*No laureate to show\./)
  })
})
