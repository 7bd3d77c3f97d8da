import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { markedAsBefore, templateInput } from '#lib/domain/programme-template.ts'

const title = fc.constantFrom('Un', 'Deux', 'Trois', 'Quatre').map((fr) => ({ fr, en: `${fr} in English` }))
const modules = fc.uniqueArray(fc.record({ slug: fc.constantFrom('un', 'deux', 'module', 'autre'), title, sourceId: fc.constantFrom('seed', null), isProposal: fc.boolean(), note: fc.constant(null) }), { selector: ({ slug }) => slug })
const milestones = fc.array(fc.record({ month: fc.nat(9), title, isProposal: fc.boolean() }), { maxLength: 6 })
const was = fc.option(fc.nat(5))
const wanted = fc.record({ modules: fc.array(fc.record({ was, title }), { maxLength: 6 }), milestones: fc.array(fc.record({ was, title, month: fc.nat(9) }), { maxLength: 6 }) })

test('a source or a mark is kept only by a row nobody changed; slugs stay apart; milestones go by month', () => {
  fc.assert(fc.property(fc.record({ modules, milestones }), wanted, (before, asked) => {
    const kept = markedAsBefore(before, asked)
    expect(new Set(kept.modules.map(({ slug }) => slug)).size).toBe(asked.modules.length)
    expect(kept.modules.map((row) => row.title)).toEqual(asked.modules.map((row) => row.title))
    for (const its of kept.modules.filter(({ sourceId, isProposal }) => sourceId !== null || isProposal)) expect(before.modules).toContainEqual(its)
    for (const its of kept.milestones.filter(({ isProposal }) => isProposal)) expect(before.milestones).toContainEqual(its)
    const months = kept.milestones.map(({ month }) => month)
    expect(months).toEqual(asked.milestones.map(({ month }) => month).toSorted((a, b) => a - b))
  }))
})

test('saved as it stands, a template comes back the same', () => {
  fc.assert(fc.property(fc.record({ modules, milestones: milestones.map((all) => all.toSorted((a, b) => a.month - b.month)) }), (before) => {
    const same = { modules: before.modules.map((row, index) => ({ was: index, title: row.title })), milestones: before.milestones.map((row, index) => ({ was: index, title: row.title, month: row.month })) }
    expect(markedAsBefore(before, same)).toEqual(before)
  }))
})

test.each([['12, 24', [12, 24]], ['24 ; 12;12', [12, 24]], ['', []]])('follow-ups are read as people type them: %s', (followUps, months) => {
  expect(templateInput.parse({ months: '9', modules: [], milestones: [], followUps, startsOn: '' })).toMatchObject({ followUps: months, startsOn: null })
})

test.each(['0, 12', 'douze', '61', '12.5', '10,11,12,13,14,15,16'])('and refused where they are not months: %s', (followUps) => {
  expect(templateInput.safeParse({ months: '9', modules: [], milestones: [], followUps, startsOn: '' }).success).toBe(false)
})
