import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { preferredLocale } from '#lib/i18n/locale.ts'
import { routeOf } from '#lib/launch/route-of.ts'

describe('routeOf', () => {
  it.each([
    ['/', { kind: 'unlocalised', rest: '' }],
    ['/?q=1', { kind: 'unlocalised', rest: '/?q=1' }],
    ['/fr', { kind: 'page', locale: 'fr', room: '' }],
    ['/en/ruptures/x?stage=suivi', { kind: 'page', locale: 'en', room: 'ruptures' }],
    ['/fr?q=a/b', { kind: 'page', locale: 'fr', room: '' }],
    ['/ruptures/readmission-a-30-jours', { kind: 'unlocalised', rest: '/ruptures/readmission-a-30-jours' }],
    ['/french/x', { kind: 'unlocalised', rest: '/french/x' }],
    ['/api/v1/ruptures', { kind: 'other' }],
    ['/data/ruptures.csv', { kind: 'other' }],
    ['/feed.atom?locale=en', { kind: 'other' }],
    ['/calls/demo-ouvert.ics?locale=en', { kind: 'other' }],
    ['/me/abc_-1.ics', { kind: 'other' }],
    ['/calls/a/b.ics', { kind: 'file', path: '/calls/a/b.ics' }],
    ['/calls/demo-ouvert', { kind: 'unlocalised', rest: '/calls/demo-ouvert' }],
    ['/icon.svg', { kind: 'file', path: '/icon.svg' }],
    ['/fichiers/x.php?y', { kind: 'file', path: '/fichiers/x.php' }],
    ['//evil.example', { kind: 'malformed' }],
    ['/\\evil.example', { kind: 'malformed' }],
    ['/fr/%', { kind: 'malformed' }],
    ['/fr/%00', { kind: 'malformed' }],
    ['/fr/a%0d%0aSet-Cookie:x', { kind: 'malformed' }],
    ['http://evil.example/fr', { kind: 'malformed' }],
    [`/fr/${'a'.repeat(5_000)}`, { kind: 'malformed' }],
  ])('%s', (target, route) => {
    expect(routeOf(target)).toEqual(route)
  })

  it('never throws, and a redirect it allows stays on this host', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webPath().map((path) => `/${path}`)), (target) => {
        const route = routeOf(target)
        if (route.kind !== 'unlocalised') return
        expect(new URL(`/fr${route.rest}`, 'https://portal.example').host).toBe('portal.example')
      }),
    )
  })
})

describe('preferredLocale', () => {
  it.each([
    [undefined, 'fr'],
    ['', 'fr'],
    ['de-DE,de;q=0.9', 'fr'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['en;q=0.3, fr-CA;q=0.9', 'fr'],
    ['en;q=0', 'fr'],
    ['*', 'fr'],
  ] as const)('%s → %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale)
  })

  it('answers a language whatever it is sent', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (header) => {
      expect(['fr', 'en']).toContain(preferredLocale(header))
    }))
  })
})
