import * as fc from 'fast-check'
import { createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import { Still } from '#components/ui/still.ts'

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('<script>alert(1)</script>', '&amp;', '"\'', '\u00A0: «\u202F»', ''))
const attributes = fc.record({
  className: text, id: text, title: text, lang: fc.constantFrom('fr', 'en'), role: text, tabIndex: fc.constantFrom(-1, 0), 'aria-label': text, 'aria-hidden': fc.boolean(), 'aria-current': fc.constantFrom('page', undefined), 'data-kind': text, 'data-still': fc.constant(''), hidden: fc.boolean(),
}, { requiredKeys: [] })
const addresses = fc.constantFrom('/fr/calls?a=1&b="2"', '#now', 'https://example.org/?q=<x>', 'mailto:a@b.example', 'tel:3114', 'javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x')

/** Trees of what pages are made of, and of what is React's: fields, styles, styled and foreign elements. */
const { node } = fc.letrec<{ node: ReactNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    text, fc.integer(), fc.constantFrom(null, undefined, true, false),
    fc.tuple(attributes, fc.constantFrom('br', 'hr', 'wbr')).map(([props, tag]) => createElement(tag, props)),
    fc.tuple(attributes, addresses, tie('node')).map(([props, href, inside]) => createElement('a', { ...props, href }, inside)),
    fc.tuple(text, fc.constantFrom('path', 'circle')).map(([d, tag]) => createElement('svg', { viewBox: '0 0 8 8' }, createElement(tag, { d, strokeWidth: 2, className: 'stroke-line' }))),
    fc.tuple(text, fc.boolean()).map(([value, checked]) => createElement('label', null, createElement('input', { type: 'checkbox', defaultChecked: checked, defaultValue: value }))),
    fc.tuple(attributes, fc.array(tie('node'), { maxLength: 3 })).map(([props, inside]) => createElement('div', { ...props, style: { color: 'red' } }, ...inside)),
    fc.tuple(attributes, fc.constantFrom('p', 'div', 'span', 'section', 'ul', 'time', 'code', 'x-thing', 'details', 'summary'), fc.array(tie('node'), { maxLength: 4 })).map(([props, tag, inside]) => createElement(tag, props, ...inside)),
    fc.array(tie('node'), { maxLength: 3 }).map((inside) => createElement(Fragment, null, ...inside)),
    fc.tuple(text, tie('node')).map(([name, inside]) => createElement(({ children }: { children?: ReactNode }) => createElement('p', { title: name }, name, children), null, inside)),
  ),
}))

/** The parts handed on as markup, found in what `Still` gives to React. */
function markups(given: ReactNode): string[] {
  if (Array.isArray(given)) return given.flatMap(markups)
  if (!isValidElement<{ children?: ReactNode; dangerouslySetInnerHTML?: Record<string, string> }>(given)) return []
  return [...Object.values(given.props.dangerouslySetInnerHTML ?? {}), ...markups(given.props.children)]
}
const given = (children: ReactNode) => Still({ children }) as ReactElement

describe('markup made at once', () => {
  test('is to the letter what React would have made', () => {
    // React says in the console what it thinks of a javascript: address; it does not write it, and neither may we.
    fc.assert(fc.property(node, (tree) => { expect(renderToStaticMarkup(given(tree))).toBe(renderToStaticMarkup(createElement(Fragment, null, tree))) }), { numRuns: 500 })
  })

  test('leaves to React what is typed in, opened, called or fetched, and all that is around it', () => {
    const field = createElement('input', { name: 'q' })
    const opened = createElement('details', null, createElement('p', null, 'a'))
    const tree = createElement('section', { id: 'a' }, createElement('p', { className: 'b' }, 'one ', createElement('b', null, '<two>')), createElement('p', null, field), opened)
    expect(markups(given(tree))).toEqual(['one <b>&lt;two&gt;</b>', 'a'])
    expect(markups(given(createElement('button', { onClick: () => {} }, createElement('b', null, 'x'))))).toEqual(['x'])
  })

  test('keeps what is React’s in its place, whatever comes and goes beside it, and lists by their keys', () => {
    const field = createElement('input', { name: 'q' })
    const rows = [createElement('li', { key: 'a' }, 'one'), createElement('li', { key: 'b' }, field)]
    const places = (notice: ReactNode) => (given(createElement('section', null, notice, field, createElement(Fragment, null, notice, field), rows)) as ReactElement<{ children: ReactNode[] }>).props.children
    const [[, own, group, list], [, again, groupAgain, listAgain]] = [places(createElement('p', null, 'Saved')), places(false)] as [ReactNode[], ReactNode[]]
    expect([own, again]).toEqual([field, field])
    for (const each of [group, groupAgain]) expect((each as ReactElement<{ children: ReactNode[] }>).props.children[1]).toBe(field)
    for (const each of [list, listAgain]) expect((each as ReactElement[]).map(({ key }) => key)).toEqual(['still a', 'b'])
  })

  test('never writes an address that would run', () => {
    for (const href of ['javascript:alert(1)', ' javascript:alert(1)', '\u0001javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x']) {
      expect(markups(given(createElement('p', null, createElement('a', { href }, 'x'))))).toEqual([])
    }
  })

  test('asks no component of the browser, and none that waits', async () => {
    const asked: string[] = []
    const ofBrowser = Object.assign(() => asked.push('browser'), { $$typeof: Symbol.for('react.client.reference') })
    const waits = async () => { asked.push('waits'); return null }
    given(createElement('div', null, createElement(ofBrowser as never), createElement(waits as never)))
    expect(asked).toEqual([])
  })
})

describe('what opens', () => {
  const notes = (props: object) => createElement('div', null, createElement('details', props, createElement('summary', props, 'More'), createElement('p', null, 'Text')))

  test('is React’s, unless it says that it may close again', () => {
    expect(markups(given(notes({})))).toEqual(['Text'])
    expect(markups(given(notes({ 'data-still': '' })))).toEqual(['<details data-still=""><summary data-still="">More</summary><p>Text</p></details>'])
    expect(markups(given(notes({ 'data-still': '', open: true })))).toEqual(['Text'])
  })
})

test('children handed on as a list are not taken for a list that lacks keys', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const Frame = ({ children }: { children?: ReactNode }) => createElement('table', null, createElement('caption', null, 'Title'), children)
  const field = (name: string) => createElement('tr', null, createElement('td', null, createElement('input', { name })))
  renderToStaticMarkup(given(createElement(Frame, null, createElement('thead', null, field('one')), createElement('tbody', null, field('two')))))
  expect(said.mock.calls).toEqual([])
  said.mockRestore()
})
