import { describe, expect, it } from 'vitest'
import { isOwnOrigin } from '#lib/launch/own-origin.ts'

const portal = 'https://portal.example'
const asked = (method: string, origin: string | undefined, host = 'portal.example') => ({ method, origin, host })

describe('isOwnOrigin', () => {
  it('lets reading pass from anywhere', () => {
    expect(['GET', 'HEAD', 'OPTIONS'].map((method) => isOwnOrigin(asked(method, 'https://evil.example'), portal))).toEqual([true, true, true])
  })

  it.each([
    ['https://portal.example', true],
    ['https://evil.example', false],
    ['https://portal.example.evil.example', false],
    ['http://portal.example', false],
    ['https://portal.example:8443', false],
    ['null', false],
    [undefined, false],
    ['', false],
    ['not an origin', false],
  ])('a change asked from %s: %s', (origin, own) => {
    expect(['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => isOwnOrigin(asked(method, origin), portal))).toEqual(Array(4).fill(own))
  })

  it('takes loopback names for one another, at the port that was asked', () => {
    const local = 'http://127.0.0.1:3000'
    expect(isOwnOrigin({ method: 'POST', origin: 'http://localhost:3000', host: 'localhost:3000' }, local)).toBe(true)
    expect(isOwnOrigin({ method: 'POST', origin: 'http://localhost:9999', host: 'localhost:3000' }, local)).toBe(false)
    expect(isOwnOrigin({ method: 'POST', origin: 'http://localhost:3000', host: 'localhost:3000' }, portal)).toBe(false)
  })
})
