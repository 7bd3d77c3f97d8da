import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isPublicAddress } from '#lib/domain/address-guard.ts'
import { pauseAfter, secretBytes, signedContent, verdictOn, webhookAddress, webhookBody, writtenSecret } from '#lib/domain/webhook.ts'

describe('a notice', () => {
  it('says what, when and where, and nothing else', () => {
    expect(webhookBody('decision.released', new Date('2026-05-12T15:00:00Z'), { call: 'impact-3' })).toBe('{"type":"decision.released","timestamp":"2026-05-12T15:00:00.000Z","data":{"call":"impact-3"}}')
    expect(signedContent('msg_1', 1_614_265_330, '{"test": 2432232314}')).toBe('msg_1.1614265330.{"test": 2432232314}')
  })

  it('shows a secret that reads back as the bytes it was made of', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 24, maxLength: 64 }), (bytes) => {
      expect(secretBytes(writtenSecret(bytes))).toEqual(bytes)
    }))
    // The secret of the specification's example.
    expect(secretBytes('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')).toHaveLength(24)
    for (const wrong of ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_', 'whsec_é', `whsec_${'A'.repeat(200)}`, 'whsec_AAAA']) expect(secretBytes(wrong)).toBeNull()
  })

  it('is tried again for about three days, never sooner than before, and then left', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
      const pauses = Array.from({ length: 9 }, (_, index) => pauseAfter(index + 1, chance) ?? 0)
      expect(pauses.every((pause, index) => pause > (pauses[index - 1] ?? 0))).toBe(true)
      const days = pauses.reduce((sum, pause) => sum + pause, 0) / 86_400
      expect(days).toBeGreaterThan(3)
      expect(days).toBeLessThan(4)
      expect(pauseAfter(10, chance)).toBeNull()
    }))
  })

  it.each([[200, 'done'], [204, 'done'], [299, 'done'], [301, 'again'], [307, 'again'], [400, 'again'], [410, 'gone'], [429, 'again'], [503, 'again']] as const)('%i means %s', (status, verdict) => {
    expect(verdictOn(status)).toBe(verdict)
  })

  it.each([['https://tools.example/hook', true], ['http://tools.example/hook', false], ['https://me:secret@tools.example/', false], ['ftp://tools.example', false], ['javascript:alert(1)', false], ['', false], ['https://', false]])('goes to %s: %s', (address, good) => {
    expect(webhookAddress.safeParse(address).success).toBe(good)
  })
})

test.each([
  ['93.184.215.14', true], ['2a00:1450:4007::200e', true], ['::ffff:93.184.215.14', true], ['64:ff9b::5db8:d70e', true], ['2002:5db8:d70e::1', true],
  ['127.0.0.1', false], ['127.255.255.254', false], ['10.1.2.3', false], ['172.16.0.1', false], ['172.31.255.255', false], ['172.32.0.1', true], ['192.168.1.1', false], ['169.254.169.254', false],
  ['100.64.0.1', false], ['100.128.0.1', true], ['0.0.0.0', false], ['224.0.0.1', false], ['255.255.255.255', false], ['198.18.0.1', false], ['203.0.113.9', false], ['192.0.2.1', false],
  ['168.63.129.16', false], ['168.63.129.17', true], ['100.100.100.200', false], ['192.0.0.192', false], ['255.255.255.255', false], ['3ffe::1', false], ['3fff:fff::1', false], ['fd00:ec2::254', false], ['::ffff:0:8.8.8.8', false], ['2606:4700:0:0::0:0:0:1', false], ['8.8.8.8 ', false],
  ['::1', false], ['::', false], ['::ffff:127.0.0.1', false], ['::ffff:7f00:1', false], ['::ffff:169.254.169.254', false], ['::127.0.0.1', false], ['64:ff9b::7f00:1', false], ['64:ff9b:1::1', false],
  ['2002:7f00:1::', false], ['2002:a9fe:a9fe::1', false], ['fe80::1', false], ['fe80::1%eth0', false], ['fc00::1', false], ['fd12:3456::1', false], ['ff02::1', false], ['2001:db8::1', false], ['2001::1', false], ['fec0::1', false], ['100::1', false],
  ['0x7f.0.0.1', false], ['2130706433', false], ['017700000001', false], ['127.1', false], ['1.2.3.04', false], ['1.2.3.256', false], ['', false], [':', false], [':::', false], ['1:2:3', false], ['1::2::3', false], ['2a00::g', false], ['localhost', false],
])('%s is on the public internet: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic)
})

it('no spelling of a private address passes for a public one', () => {
  const hidden = fc.tuple(fc.constantFrom(10, 127, 0), fc.nat(255), fc.nat(255), fc.nat(255))
  fc.assert(fc.property(hidden, ([a, b, c, d]) => {
    const [high, low] = [(a * 256 + b).toString(16), (c * 256 + d).toString(16)]
    for (const spelling of [`${a}.${b}.${c}.${d}`, `::ffff:${a}.${b}.${c}.${d}`, `::FFFF:${high}:${low}`, `0:0:0:0:0:ffff:${high}:${low}`, `64:ff9b::${high}:${low}`, `2002:${high}:${low}::`]) expect(isPublicAddress(spelling)).toBe(false)
  }))
  fc.assert(fc.property(fc.string(), (text) => {
    expect(typeof isPublicAddress(text)).toBe('boolean')
  }))
})
