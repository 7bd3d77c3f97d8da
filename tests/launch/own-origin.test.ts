import { describe, expect, it } from 'vitest'
import { isOwnOrigin, mayChange } from '#lib/domain/own-origin.ts'

const portal = 'https://portal.example'

describe('isOwnOrigin', () => {
  it('is asked of every method but reading ones', () => {
    expect(['GET', 'HEAD', 'OPTIONS', undefined].map(mayChange)).toEqual([false, false, false, false])
    expect(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'].map(mayChange)).toEqual([true, true, true, true, true])
  })

  it.each([
    ['https://portal.example', true],
    ['https://evil.example', false],
    ['https://portal.example.evil.example', false],
    ['http://portal.example', false],
    ['https://portal.example:8443', false],
    ['https://portal.exampl', false],
    ['https://PORTAL.example', true],
    ['https://portal.example:443', true],
    ['null', false],
    [undefined, false],
    ['', false],
    ['not an origin', false],
  ])('a change asked from %s: %s', (origin, own) => {
    expect(isOwnOrigin({ origin, host: 'portal.example' }, portal)).toBe(own)
  })

  it.each(['https://portal.example/', 'https://portal.example/fr', 'https://PORTAL.example:443'])('is the same portal spelt %s', (spelt) => {
    expect(['https://portal.example', 'https://portal.example.evil.example', 'http://portal.example', undefined].map((origin) => isOwnOrigin({ origin, host: 'portal.example' }, spelt))).toEqual([true, false, false, false])
  })

  it('takes loopback names for one another, at the port that was asked', () => {
    const local = 'http://127.0.0.1:3000'
    expect(isOwnOrigin({ origin: 'http://localhost:3000', host: 'localhost:3000' }, local)).toBe(true)
    expect(isOwnOrigin({ origin: 'http://localhost:9999', host: 'localhost:3000' }, local)).toBe(false)
    expect(isOwnOrigin({ origin: 'http://localhost:3000', host: 'localhost:3000' }, portal)).toBe(false)
  })
})
