import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ConflictOrigin, conflictOrigins, type ConflictReason, conflictReasons, declaredLink, doubtfulReasons, stateOfLinks, tieForm } from '#lib/domain/conflict.ts'
import { criterionAudiences, isPutTo, phaseOf, rulesMayChange } from '#lib/domain/round.ts'
import { declaringNeeds, roundPresentation, roundRules, scoringNeeds, wholeWeights } from '#lib/domain/round-settings.ts'
import { scorerProfile } from '#lib/domain/scorer.ts'
import { criterionOfTie } from '#lib/domain/tie-rule.ts'

const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 15 })
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const now = new Date('2030-01-10T12:00:00Z')
const faultsOf = (schema: { safeParse: (given: unknown) => { error?: { issues: readonly { path: PropertyKey[]; params?: unknown; code: string }[] } | undefined } }, given: unknown) =>
  (schema.safeParse(given).error?.issues ?? []).map(({ path, params, code }) => `${path.join('.')} ${(params as { code?: string } | undefined)?.code ?? code}`)

describe('weights made whole', () => {
  it('add up to a hundred, none falling to nothing, a heavier one never lighter', () => {
    fc.assert(fc.property(weights, (given) => {
      const whole = wholeWeights(given)
      expect(sum(whole)).toBe(100)
      expect(whole.every((each) => Number.isInteger(each) && each >= 1)).toBe(true)
      const overtaken = given.flatMap((weight, index) => given.filter((other, at) => weight > other * (1 + 1e-9) && (whole[index] as number) < (whole[at] as number)))
      expect(overtaken).toEqual([])
    }))
  })

  it('stay what they are where they are whole and make a hundred, and are never a point away', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 14 }), (cuts) => {
      const at = [...new Set([0, ...cuts, 100])].sort((a, b) => a - b)
      const given = at.slice(1).map((cut, index) => cut - (at[index] as number))
      expect(wholeWeights(given)).toEqual(given)
      expect(wholeWeights(given.map((weight) => weight / 7))).toEqual(given)
    }))
    fc.assert(fc.property(fc.array(fc.double({ min: 2, max: 9, noNaN: true }), { minLength: 1, maxLength: 15 }), (given) => {
      wholeWeights(given).forEach((whole, index) => expect(Math.abs(whole - ((given[index] as number) / sum(given)) * 100)).toBeLessThan(1.000001))
    }))
    expect(wholeWeights([25, 20, 15, 15, 10, 10, 5])).toEqual([25, 20, 15, 15, 10, 10, 5])
    expect(wholeWeights([0.01, 99.99])).toEqual([1, 99])
    expect(wholeWeights([100])).toEqual([100])
    expect(wholeWeights([50, 50])).toEqual([50, 50])
    expect(wholeWeights([1, 1, 1])).toEqual([34, 33, 33])
    expect(wholeWeights([])).toEqual([])
  })
})

describe('a round', () => {
  const at = (declaringAt: boolean, openedAt: boolean, closedAt: boolean) => ({ declaringAt: declaringAt ? now : null, openedAt: openedAt ? now : null, closedAt: closedAt ? now : null })

  it('has its rules open exactly before scoring', () => {
    expect([at(false, false, false), at(true, false, false), at(true, true, false), at(true, true, true)].map((each) => [phaseOf(each), rulesMayChange(each)])).toEqual([
      ['preparing', true], ['declaring', true], ['scoring', false], ['closed', false],
    ])
  })

  it('is scored only with a hundred points, something to ask everybody, and a day to come', () => {
    const voice = fc.record({ livedExperience: fc.boolean(), clinical: fc.boolean() })
    const criterion = fc.record({ weight: fc.integer({ min: 1, max: 100 }), putTo: fc.constantFrom(...criterionAudiences) })
    fc.assert(fc.property(fc.array(criterion, { maxLength: 4 }), fc.array(voice, { maxLength: 4 }), fc.nat(2), fc.option(fc.constantFrom(now, new Date(+now + 1))), (criteria, scorers, applications, dueAt) => {
      const codes = scoringNeeds({ criteria, scorers, applications, dueAt }, now).map(({ code }) => code)
      expect(codes.includes('weights')).toBe(criteria.length > 0 && sum(criteria.map(({ weight }) => weight)) !== 100)
      expect(codes.includes('no-criteria')).toBe(criteria.length === 0)
      expect(codes.includes('no-criterion-for')).toBe(criteria.length > 0 && scorers.some((each) => criteria.every(({ putTo }) => !isPutTo(putTo, each))))
      expect(codes.includes('no-due-date')).toBe(dueAt === null)
      expect(codes.includes('due-past')).toBe(dueAt !== null && dueAt <= now)
      expect(codes.filter((code) => code === 'no-scorers' || code === 'no-applications')).toEqual(declaringNeeds({ scorers, applications }).map(({ code }) => code))
      expect(codes.includes('no-scorers')).toBe(scorers.length === 0)
      expect(codes.includes('no-applications')).toBe(applications === 0)
    }))
  })

  it('takes its rules as a form sends them', () => {
    const rules = { evaluationsPerApplication: '3', quorum: ' 2 ', places: '5', applicantNames: 'shown', scorerNames: 'hidden', shownAfterOwn: 'scores', aggregate: 'median', notApplicable: 'by-criterion', tieRule: ['', 'median', 'criterion:preuves', ''] }
    expect(roundRules.parse(rules)).toMatchObject({ evaluationsPerApplication: 3, quorum: 2, places: 5, tieRule: ['median', 'criterion:preuves'] })
    expect(faultsOf(roundRules, { ...rules, tieRule: ['lowest', 'lowest'] })).toEqual(['tieRule tie-repeated'])
    expect(faultsOf(roundRules, { ...rules, evaluationsPerApplication: '11' })).toEqual(['evaluationsPerApplication out-of-bounds'])
    expect(faultsOf(roundRules, { ...rules, places: '2,5' })).toEqual(['places out-of-bounds'])
    expect(faultsOf(roundRules, { ...rules, quorum: '' })).toEqual(['quorum missing'])
    expect(['median', 'criterion:preuves'].map((key) => criterionOfTie(key as 'median'))).toEqual([null, 'preuves'])
  })

  it('has evaluations due after links', () => {
    const presented = { name: { fr: 'Comité' }, guidance: null, applicationsPerScorer: '15', declareBy: '2030-02-01T12:00', dueAt: '2030-02-01T12:00' }
    expect(faultsOf(roundPresentation, presented)).toEqual(['dueAt due-before-declared'])
    expect(faultsOf(roundPresentation, { ...presented, declareBy: '' })).toEqual([])
  })
})

describe('links between one person and one application', () => {
  const link = fc.record({ origin: fc.constantFrom(...conflictOrigins), reason: fc.constantFrom(...conflictReasons), lifted: fc.boolean() })

  it('stand as long as one does, and wait for a look only where nobody said so and all that was found is doubtful', () => {
    fc.assert(fc.property(fc.array(link, { minLength: 1, maxLength: 5 }), (links) => {
      const given = links.map(({ lifted, ...rest }) => ({ ...rest, liftedAt: lifted ? now : null }))
      const open = links.filter(({ lifted }) => !lifted)
      const sure = open.some(({ origin, reason }: { origin: ConflictOrigin; reason: ConflictReason }) => origin !== 'detected' || !doubtfulReasons.includes(reason))
      expect(stateOfLinks(given)).toBe(open.length === 0 ? 'lifted' : sure ? 'standing' : 'to-settle')
    }))
  })

  it('say what they are where the reason does not', () => {
    const applicationId = crypto.randomUUID()
    expect(declaredLink.parse({ applicationId, reason: 'employment' })).toEqual({ applicationId, reason: 'employment', note: null })
    expect(faultsOf(declaredLink, { applicationId, reason: 'other', note: '  ' })).toEqual(['note missing'])
    expect(faultsOf(declaredLink, { applicationId, reason: 'same-organisation' })).toEqual(['reason invalid_value'])
    expect(faultsOf(declaredLink, { applicationId, reason: 'other', note: 'x'.repeat(501) })).toEqual(['note over-limit'])
  })

  it('are declared by organisations with a name, and a SIREN that exists or none', () => {
    expect(tieForm.parse({ kind: 'investor', otherName: ' Fonds \n Azur ', otherSiren: '732 829 320' })).toEqual({ kind: 'investor', otherName: 'Fonds   Azur', otherSiren: '732829320' })
    expect(faultsOf(tieForm, { kind: 'client', otherName: ' ', otherSiren: '123' })).toEqual(['otherName missing', 'otherSiren siren'])
  })
})

it('a scorer knows each stage and rupture once', () => {
  const id = crypto.randomUUID()
  expect(scorerProfile.parse({ livedExperience: true, clinical: false, chair: false, cap: '0', stages: ['suivi', 'suivi'], ruptureIds: [id, id] })).toMatchObject({ cap: 0, stages: ['suivi'], ruptureIds: [id] })
  expect(faultsOf(scorerProfile, { livedExperience: true, clinical: false, chair: false, cap: '501', stages: [], ruptureIds: [] })).toEqual(['cap out-of-bounds'])
})
