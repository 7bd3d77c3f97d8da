import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { inLanguage, localisedHref, roomOf, withParams } from '#lib/i18n/address.ts'

test.each([
  ['/', '/en'],
  ['/ruptures?q=lit', '/en/ruptures?q=lit'],
  ['/data-room', '/en/data-room'],
  ['/api/v1/ruptures', '/api/v1/ruptures'],
  ['/data/ruptures.csv', '/data/ruptures.csv'],
  ['/calls.ics', '/calls.ics'],
  ['/calls.ics?locale=en', '/calls.ics?locale=en'],
  ['/calls/demo-ouvert.ics?locale=en', '/calls/demo-ouvert.ics?locale=en'],
  ['/calls/demo-ouvert', '/en/calls/demo-ouvert'],
  ['#content', '#content'],
  ['//evil.example', '//evil.example'],
  ['https://example.org/a', 'https://example.org/a'],
])('%s leads to %s in English', (href, expected) => {
  expect(localisedHref(href, 'en')).toBe(expected)
})

test.each([
  ['/fr', '/en', ''],
  ['/fr/ruptures?q=a&stage=suivi', '/en/ruptures?q=a&stage=suivi', 'ruptures'],
  ['/fr?x=1', '/en?x=1', ''],
  ['/french', '/en', ''],
  ['', '/en', ''],
])('%s is %s in English, in the room "%s"', (target, expected, room) => {
  expect(inLanguage(target, 'en')).toBe(expected)
  expect(roomOf(target)).toBe(room)
})

test('a page changed of language twice is the same page', () => {
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      expect(inLanguage(inLanguage(`/fr${path}`, 'en'), 'fr')).toBe(inLanguage(`/fr${path}`, 'fr'))
    }),
  )
})

test('parameters without a value are left out, lists are repeated', () => {
  expect(withParams('/ruptures', { q: 'a b', stage: ['suivi', 'prevention'], field: undefined, evidence: '' })).toBe('/ruptures?q=a+b&stage=suivi&stage=prevention')
  expect(withParams('/ruptures', {})).toBe('/ruptures')
})
