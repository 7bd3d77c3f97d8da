import { assert, constantFrom, property, string, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { returnPath } from '#lib/domain/return-path.ts'

test.each(['/fr', '/en', '/fr/account', '/fr/ruptures?stage=suivi&q=d%C3%A9lai', '/en/organisations/01a2#members'])('%s is a page of the portal', (path) => {
  expect(returnPath(path)).toBe(path)
})

test.each([
  '//evil.example', '/\\evil.example', 'https:evil.example', 'https://evil.example/fr', '/%09/evil.example', '/fr/%09/evil', '/fr/..\\..\\evil', '/fr%2f%2fevil', 'javascript:alert(1)',
  '/fr\n', '/fr/\u0000', '/fr/%00', '/fr/ account', '/de/account', '/french', '/frx', '/api/v1/account', '', '/', '/fr/%', `/fr/${'a'.repeat(600)}`, undefined, null, 7, ['/fr'],
])('%j is not', (path) => {
  expect(returnPath(path)).toBeNull()
})

test('whatever is accepted stays on the portal, in every way of reading it', () => {
  const anything = tuple(constantFrom('/fr', '/en', '/', '//', '/\\', ''), string({ unit: 'grapheme', maxLength: 40 })).map((parts) => parts.join(''))
  const hostOf = (path: string | null) => new URL(path ?? '/', 'https://portal.example').host
  expect(() => assert(property(anything, (path) => hostOf(returnPath(path)) === 'portal.example'))).not.toThrow()
})
