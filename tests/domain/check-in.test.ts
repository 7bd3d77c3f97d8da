import { array, constantFrom, dictionary, property, assert, option, record, string, uuid, integer, double } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkInCounts, type Mood, milestoneProgress, moods, overdueCheckIns } from '#lib/domain/check-in.ts'
import { askedMilestones, checkInContent, checkInGaps, checkInSent, dueMetrics } from '#lib/domain/check-in-content.ts'
import { judgeCheckIn } from '#lib/domain/check-in-fields.ts'

/** What a check-in says is the same flat and as it is kept, and only what is owed keeps it from being sent. */
const text = option(string({ maxLength: 40, unit: 'grapheme-ascii' }).map((each) => each.trim() || null))
const written = record({
  progress: dictionary(uuid(), record({ state: option(constantFrom(...milestoneProgress)), note: text })),
  figures: dictionary(uuid(), record({ value: option(double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((each) => each || 0)), numerator: option(integer({ min: 0, max: 1e6 })), denominator: option(integer({ min: 0, max: 1e6 })), n: option(integer({ min: 0, max: 1e6 })) })),
  blockers: text, ask: text, askOrganisationId: option(uuid()), mood: option(constantFrom<Mood>(...moods)), moodReason: text,
})
const scopeOf = (it: { progress: object; figures: object; askOrganisationId: string | null }) => ({ milestones: Object.keys(it.progress), metrics: Object.keys(it.figures), partners: it.askOrganisationId === null ? [] : [it.askOrganisationId] })

describe('what a save carries', () => {
  it('is kept field by field as it was sent', () => {
    assert(property(written, (it) => {
      const content = checkInContent(it)
      const { kept, faults } = judgeCheckIn(content, scopeOf(it))
      expect(kept).toEqual(content)
      expect(faults.map(({ code }) => code)).toEqual(Object.keys(content).length === 0 ? ['empty'] : [])
    }))
  })

  it('names nothing outside of the programme', () => {
    assert(property(written, (it) => {
      const { patch, faults } = judgeCheckIn(checkInContent(it), { milestones: [], metrics: [], partners: [] })
      expect([patch.progress, patch.figures, patch.core.askOrganisationId]).toEqual([{}, {}, undefined])
      expect(faults.filter(({ path }) => path.includes('.')).every(({ code }) => code === 'unrecognized_keys')).toBe(true)
    }))
  })
})

describe('what a form without script sends', () => {
  it('is saved as it was shown, in either language, and says nothing of what is no field', () => {
    assert(property(written, constantFrom<'fr' | 'en'>('fr', 'en'), (it, language) => {
      const content = Object.fromEntries(Object.entries(checkInContent(it)).filter(([, value]) => typeof value !== 'number' || /^-?\d{1,15}(\.\d{1,15})?$/.test(String(value))))
      const typed = Object.fromEntries(Object.entries(content).map(([name, value]) => [name, typeof value === 'number' && language === 'fr' ? String(value).replace('.', ',') : String(value)]))
      expect(checkInSent({ ...typed, version: '3', intent: 'save', checkInId: 'x' }, language)).toEqual(content)
    }))
  })

  it('is empty where it was emptied, and what is no number stays for the judge', () => {
    const id = '00000000-0000-4000-8000-000000000000'
    expect(checkInSent({ blockers: ' ', askOrganisationId: '', [`figures.${id}.value`]: '12,5', [`figures.${id}.n`]: 'dix', [`progress.${id}.note`]: 'une\r\nligne', ask: 'deux\r\nlignes' }, 'fr')).toEqual({
      blockers: null, askOrganisationId: null, [`figures.${id}.value`]: 12.5, [`figures.${id}.n`]: 'dix', [`progress.${id}.note`]: 'une ligne', ask: 'deux\nlignes',
    })
  })
})

describe('what is owed', () => {
  it('is a mood, its reason unless on track, and both halves of an ask and of a figure', () => {
    expect(checkInGaps({})).toEqual([{ field: 'mood', code: 'missing' }])
    expect(checkInGaps({ mood: 'on-track' })).toEqual([])
    expect(checkInGaps({ mood: 'at-risk', moodReason: '  ' })).toEqual([{ field: 'moodReason', code: 'missing' }])
    expect(checkInGaps({ mood: 'on-track', ask: 'Un site' })).toEqual([{ field: 'askOrganisationId', code: 'missing' }])
    expect(checkInGaps({ mood: 'on-track', 'figures.a.numerator': 0 })).toEqual([{ field: 'figures.a.denominator', code: 'half' }])
    expect(checkInGaps({ mood: 'on-track', 'progress.a.note': 'a'.repeat(501) })).toEqual([{ field: 'progress.a.note', code: 'over-limit' }])
  })

  it('names each field once, and only fields that would mend it', () => {
    assert(property(written, (it) => {
      const fields = checkInGaps(checkInContent(it)).map(({ field }) => field)
      expect(new Set(fields).size).toBe(fields.length)
    }))
  })
})

it('asks of the milestones not accepted and due within two months, and of the metrics of the month', () => {
  const step = (month: number, acceptedAt: Date | null = null) => ({ month, acceptedAt })
  expect(askedMilestones([step(0, new Date(0)), step(1), step(5), step(6)], 3)).toEqual([step(1), step(5)])
  assert(property(array(record({ schedule: array(integer({ min: 1, max: 9 })) })), integer({ min: 1, max: 9 }), (metrics, month) => {
    expect(dueMetrics(metrics, month)).toEqual(metrics.filter(({ schedule }) => schedule.some((each) => each === month)))
  }))
})

describe('check-ins awaited', () => {
  const filed = (month: number, how: 'submittedOn' | 'skippedOn') => ({ month, submittedOn: null, skippedOn: null, [how]: '2026-03-01' })
  const followed = { startsOn: '2026-01-31', months: 9, stoppedOn: null, checkIns: [filed(1, 'submittedOn'), filed(3, 'skippedOn')] }

  it('are overdue from the day after theirs, whether or not anybody sees them', () => {
    expect(overdueCheckIns(followed, '2026-02-28')).toEqual([])
    expect(overdueCheckIns(followed, '2026-03-31')).toEqual([])
    expect(overdueCheckIns(followed, '2026-04-01')).toEqual([{ month: 2, dueOn: '2026-03-31' }])
    expect(checkInCounts(followed, '2026-06-01')).toEqual({ sent: 1, skipped: 1, overdue: 2 })
    expect(checkInCounts(followed, '2030-01-01')).toEqual({ sent: 1, skipped: 1, overdue: 7 })
  })

  it('are asked of nobody once the programme was stopped', () => {
    expect(overdueCheckIns(followed, '2026-06-01')).toHaveLength(2)
    expect(overdueCheckIns({ ...followed, stoppedOn: '2026-06-01' }, '2026-06-01')).toEqual([])
  })
})
