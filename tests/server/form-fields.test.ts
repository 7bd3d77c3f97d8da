import { describe, expect, it } from 'vitest'
import { rowsOf, tickedUnder, turnOf, under, unfold } from '#lib/server/form-fields.ts'

/** Forms without script send flat names: what they mean is told here, once. */
const form = (fields: Record<string, string>) => {
  const sent = new FormData()
  for (const [name, value] of Object.entries(fields)) sent.append(name, value)
  return sent
}

describe('what a form sent', () => {
  it('is unfolded by its dotted names; React’s own fields and files are left out', () => {
    const sent = form({ 'title.fr': 'Un', 'title.en': 'One', 'rows.0.anchors.4.fr': 'Cinq', plain: 'x', $ACTION_ID: 'secret' })
    sent.append('file', new Blob(['x']), 'x.txt')
    expect(JSON.parse(JSON.stringify(unfold(sent)))).toEqual({ title: { fr: 'Un', en: 'One' }, rows: { 0: { anchors: { 4: { fr: 'Cinq' } } } }, plain: 'x' })
    expect(under(unfold(sent), 'plain')).toEqual({})
  })

  it('never reaches a prototype, whatever it is called', () => {
    unfold(form({ '__proto__.polluted': 'yes', 'constructor.prototype.polluted': 'yes', 'a.__proto__.polluted': 'yes' }))
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
  })

  it('names that clash or go too deep are no fault of anybody', () => {
    expect(JSON.parse(JSON.stringify(unfold(form({ a: 'text', 'a.b': 'under', [`${'x.'.repeat(40)}y`]: 'deep' }))))).toEqual({ a: { b: 'under' } })
  })
})

describe('rows', () => {
  const rows = (fields: Record<string, string>) => rowsOf(unfold(form(fields)), 'phases', ['title', 'startsAt']).map((row) => row && JSON.parse(JSON.stringify(row)))
  it('keep their place; blank new ones and those to be taken away are none', () => {
    expect(rows({
      'phases.0.title.fr': '  ', 'phases.0.startsAt': '', 'phases.0.kind': 'usual',
      'phases.2.title.fr': 'Jury', 'phases.2.startsAt': '',
      'phases.3.id': 'one', 'phases.3.title.fr': '',
      'phases.4.id': 'two', 'phases.4.title.fr': 'Annonce', 'phases.4.remove': 'yes',
    })).toEqual([null, null, { title: { fr: 'Jury' }, startsAt: '' }, { id: 'one', title: { fr: '' } }, null])
  })

  it('are none where nothing was sent, and never more than a thousand', () => {
    expect(rows({})).toEqual([])
    expect(rows({ 'phases.99999999.title.fr': 'x', 'phases.x.title': 'y' })).toEqual([])
    expect(rows({ 'phases.999.title.fr': 'x' })).toHaveLength(1_000)
  })
})

it('boxes ticked, and the version one saves over', () => {
  expect(tickedUnder(unfold(form({ 'kinds.start-up': 'yes', 'kinds.hospital': 'yes' })), 'kinds')).toEqual(['start-up', 'hospital'])
  expect(tickedUnder(unfold(form({})), 'kinds')).toEqual([])
  expect(turnOf(form({ slug: 'impact-3', version: '4' }))).toEqual({ slug: 'impact-3', version: '4' })
  expect(turnOf(form({ slug: 'impact-3', version: '4', over: '7' }))).toEqual({ slug: 'impact-3', version: '7' })
})
