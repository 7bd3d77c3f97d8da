import type { Locale } from '#lib/i18n/locale.ts'
import { addMonths } from '#lib/domain/day.ts'
import { measuredInterval } from '#lib/domain/measurement.ts'
import { outcomeOf } from '#lib/domain/roll-up.ts'
import type { Reported, ReportedMetric } from '#lib/server/programme-report/read-reports.ts'
import type { Portfolio } from '#lib/server/programme-report/show-portfolio.ts'
import type { Report } from '#lib/server/programme-report/show-report.ts'

const now = new Date('2026-05-12T09:30:00Z')
const today = '2026-05-12'
const rupture = { fr: 'Sortie d’hospitalisation sans suivi', en: 'Leaving hospital without follow-up' }
const id = (kind: number, index: number) => `0190a7d2-0000-7000-800${kind}-${String(index).padStart(12, '0')}`

/** A proportion from 40 to 65 %, measured twice; `n` people in the last measurement. */
export function sampleMetric(index: number, more: Partial<ReportedMetric> = {}, n = 40): ReportedMetric {
  const at = (month: string, numerator: number, state: 'verified' | 'submitted') => ({ id: id(2, index * 10 + numerator), from: `2026-${month}-01`, on: `2026-${month}-28`, value: (100 * numerator) / n, bounds: measuredInterval({ measure: 'proportion' }, { value: null, numerator, denominator: n, sd: null, n }), n, state })
  const metric = {
    id: id(1, index), name: 'Part des patients revus sous sept jours', measure: 'proportion' as const, unit: '%', direction: 'higher-is-better' as const, baseline: 40, baselineOn: '2025-12-15', baselineN: 80, target: 65, targetOn: '2026-10-01',
    locked: true, rupture: 'sortie-sans-suivi', ruptureTitle: rupture, stage: 'suivi', claimPosition: index === 0 ? 1 : null, population: 'adultes suivis en psychiatrie', comparator: 'before-after' as const, dataSource: 'Registre du service', amendedOn: [], measurements: [],
    points: [at('03', Math.round(n * 0.5), 'verified'), at('04', Math.round(n * 0.7), 'verified')], latest: null, ...more,
  }
  const baselineInterval = measuredInterval(metric, { value: metric.baseline, n: metric.baselineN, numerator: null, denominator: null, sd: null })
  const last = metric.points.findLast(({ state }) => state === 'verified')
  return { ...metric, baselineInterval, outcome: outcomeOf({ ...metric, baselineInterval, latest: last ? { value: last.value, interval: last.bounds } : null, suppressed: false }) }
}

/** A laureate in its eighth month of nine, with a milestone in each state. */
export function sampleLaureate(index = 0, more: Partial<Reported> = {}): Reported {
  const step = (at: number, dueOn: string, doneOn: string | null, acceptedOn: string | null) => ({ id: id(3, index * 10 + at), title: { fr: `Jalon ${at}`, en: `Milestone ${at}` }, dueOn, doneOn, acceptedOn })
  return {
    id: id(0, index), call: 'demo', number: `DEMO-2026-${String(index + 1).padStart(4, '0')}`, organisationName: 'Les Veilleurs', solution: 'Veille de nuit', pitch: 'Un appel chaque soir, pour que personne ne reste seul après l’hôpital.',
    startsOn: '2025-10-01', months: 9, followUps: [12, 24], stoppedOn: null, remindedAt: null, lastContactOn: '2026-05-04', mood: { month: 7, mood: 'at-risk', reason: 'Un hôpital sur deux n’a pas encore signé.' },
    milestones: [step(0, '2025-10-01', '2025-10-01', '2025-10-03'), step(1, '2026-01-01', '2026-01-02', null), step(2, '2026-04-01', null, null), step(3, '2026-05-20', null, null), step(4, '2026-07-01', null, null)],
    checkIns: Array.from({ length: 9 }, (_, month) => ({ id: id(4, month), month: month + 1, dueOn: addMonths('2025-10-01', month + 1), submittedOn: month < 3 ? '2026-02-01' : null, skippedOn: month === 3 ? '2026-05-01' : null })),
    metrics: [sampleMetric(index * 10)], commitments: [], partners: [],
    promised: [{ organisationName: 'Hôpital de la Baie', kind: 'mentoring', title: 'Heures de mentorat', amount: 10, given: 6, unit: 'heures', dueOn: '2026-06-01', state: 'under-way' }],
    sessions: { held: 4, nextAt: '2026-05-19T12:00:00Z' },
    flags: [{ rule: 'milestone-late', since: '2026-04-15', subjectId: id(3, index * 10 + 2) }],
    ...more,
  }
}

const long = 'Interopérabilité anticonstitutionnellement électroencéphalographique interdépartementale des établissements médico-sociaux d’accompagnement '.repeat(2)
const title = { fr: long, en: long }

/** All that a page must hold at once, longer and more of it than anybody would write. */
export function extremeLaureate(metrics = 8, n = 7): Reported {
  const usual = sampleLaureate()
  return sampleLaureate(0, {
    organisationName: long, solution: long, pitch: long, mood: { month: 7, mood: 'off-track', reason: long },
    milestones: Array.from({ length: 40 }, (_, at) => Object.assign({}, usual.milestones[at % 5], { id: id(3, at), title })),
    metrics: Array.from({ length: metrics }, (_, at) => sampleMetric(at, { name: `${at + 1} ${long}`, population: long, unit: 'consultations de premier recours par mois', dataSource: long, ruptureTitle: title, rupture: `r-${at}`, amendedOn: ['2026-02-01', '2026-03-01'], comparator: 'controlled' }, n)),
    promised: Array.from({ length: 12 }, () => ({ organisationName: long, kind: 'other' as const, title: long, amount: 1e9, given: 12345.67, unit: long.slice(0, 40), dueOn: '2026-06-01', state: 'unmet' as const })),
    flags: Array.from({ length: 15 }, (_, at) => ({ rule: 'milestone-late' as const, since: '2026-04-15', subjectId: id(3, at) })),
    sessions: { held: 120, nextAt: '2026-05-19T12:00:00Z' },
  })
}

export function sampleReport(laureate: Reported, side: Report['side'] = 'manager'): Report {
  return { now, today, side, call: { slug: 'demo', title: { fr: 'Réparer les ruptures en santé mentale', en: 'Mending ruptures in mental health' }, demonstration: true }, laureate }
}

export function samplePortfolio(laureates: Reported[], locale: Locale = 'fr'): Portfolio {
  const { call } = sampleReport(sampleLaureate())
  const view = { call: 'demo', rupture: '', stage: '', partner: '', flag: '' }
  const choices = { call: [], rupture: [], stage: [{ value: 'suivi', title: { fr: 'Suivi', en: 'Follow-up' }, count: 1 }], partner: [], flag: [] }
  return { now, locale, laureates, board: { today, view, call, calls: [call], choices, unknown: [], total: laureates.length, counts: [], laureates } }
}
