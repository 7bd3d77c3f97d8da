import { createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublicAddress, outgoingUrlFault } from '#lib/domain/address-guard.ts'
import { deliveryOutcome, retryDelay, retryDelays, secretKey, signedContent, webhookEvents, webhookHeaders, webhookPayload, webhookSecret } from '#lib/domain/webhook.ts'

describe('what is signed', () => {
  test('gives the signature of the specification’s own example', () => {
    const [secret, id, timestamp, body] = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, '{"test": 2432232314}'] as const
    const signature = createHmac('sha256', Buffer.from(secretKey(secret) ?? '', 'base64')).update(signedContent(id, timestamp, body)).digest('base64')
    expect(webhookHeaders(id, timestamp, [signature])).toEqual({ 'webhook-id': id, 'webhook-timestamp': '1614265330', 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' })
  })

  test('carries several signatures while a secret is replaced', () => {
    expect(webhookHeaders('msg_1', 5, ['YQ==', 'Yg=='])['webhook-signature']).toBe('v1,YQ== v1,Yg==')
  })

  test('is never the same for two messages', () => {
    const id = fc.string({ unit: fc.constantFrom('a', 'b', '1', '_', '-'), minLength: 1 })
    const message = fc.tuple(id, fc.nat({ max: 100 }), fc.string({ unit: fc.constantFrom('.', '1', 'a') }))
    fc.assert(fc.property(message, message, (a, b) => { expect(signedContent(...a) === signedContent(...b)).toBe(JSON.stringify(a) === JSON.stringify(b)) }))
    expect(() => signedContent('msg.1', 5, '')).toThrow(RangeError)
    expect(() => signedContent('msg_1', 5.5, '')).toThrow(RangeError)
  })

  test('a secret has 24 to 64 bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 0, maxLength: 80 }), (bytes) => {
      const base64 = Buffer.from(bytes).toString('base64')
      expect(secretKey(`whsec_${base64}`)).toBe(bytes.length >= 24 && bytes.length <= 64 ? base64 : null)
    }))
    expect(webhookSecret('A'.repeat(32))).toBe(`whsec_${'A'.repeat(32)}`)
    expect(() => webhookSecret('AAAA')).toThrow(RangeError)
    expect(secretKey('A'.repeat(32))).toBe(null)
  })

  test('a body is thin', () => {
    expect(webhookEvents).toEqual(['application.submitted', 'decision.released', 'laureate.announced', 'measurement.published'])
    expect(webhookPayload.safeParse({ type: 'decision.released', timestamp: '2026-05-12T15:00:00Z', data: { id: 'x', url: 'https://example.org/calls/x' } }).success).toBe(true)
    expect(webhookPayload.safeParse({ type: 'person.created', timestamp: '2026-05-12T15:00:00Z', data: { id: 'x', url: 'https://example.org' } }).success).toBe(false)
  })
})

describe('trying again', () => {
  test('takes some three days, each wait longer, spread by a fifth', () => {
    expect(retryDelays.reduce((sum, seconds) => sum + seconds, 0) / 86_400).toBeCloseTo(3.15, 1)
    expect(retryDelays).toEqual(retryDelays.toSorted((a, b) => a - b))
    expect([retryDelay(1, 0), retryDelay(1, 1), retryDelay(9, 0.5), retryDelay(10, 0)]).toEqual([5, 6, 95_040, null])
  })

  test.each([[200, 'delivered'], [204, 'delivered'], [301, 'retry'], [307, 'retry'], [400, 'retry'], [410, 'disabled'], [429, 'retry'], [500, 'retry'], [null, 'retry']] as const)('%s: %s', (status, outcome) => { expect(deliveryOutcome(status)).toBe(outcome) })
})

describe('addresses', () => {
  test.each([
    '8.8.8.8', '1.1.1.1', '93.184.216.34', '172.15.255.255', '172.32.0.0', '100.63.255.255', '100.128.0.0', '169.253.1.1', '192.0.1.1', '223.255.255.255', '198.17.0.1', '198.20.0.0',
    '2001:4860:4860::8888', '2606:4700::1111', '2a01:e0a::1', '2001:200::1', '::ffff:8.8.8.8', '::ffff:808:808', '64:ff9b::8.8.8.8', '64:FF9B::0808:0808',
  ])('%s is public', (address) => { expect(isPublicAddress(address)).toBe(true) })

  test.each([
    '0.0.0.0', '10.0.0.1', '100.64.0.1', '100.100.100.200', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.192', '192.0.2.1', '192.88.99.1', '192.168.1.1',
    '198.18.0.1', '198.19.255.255', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '168.63.129.16',
    '::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:169.254.169.254', '::127.0.0.1', '::ffff:0:8.8.8.8', '64:ff9b::10.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::8.8.8.8', '2002:7f00:1::', '2002:808:808::1',
    '2001::1', '2001:0:4136:e378::', '2001:10::1', '2001:20::1', '2001:db8::1', '3fff::1', '3fff:fff::1', '3ffe::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '100::1', '4000::1', '1fff::1',
    '', 'localhost', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '08.8.8.8', '8.8.8', '8.8.8.8.8', '256.1.1.1', '8.8.8.8 ', ' 8.8.8.8', '8.8.8.8\n', ':::', '1::2::3', '2606:4700::1111::', '2606:4700:0:0:0:0:0:0:1', '2606:4700', '[2606:4700::1111]', '2606:4700::1111/64', '2606:4700::g', '2606:4700::12345', '2606:4700::8.8.8', '2606:4700::1.2.3.4.5',
  ])('%j is not', (address) => { expect(isPublicAddress(address)).toBe(false) })

  test('an IPv4 address is judged the same however IPv6 wraps it', () => {
    fc.assert(fc.property(fc.ipV4(), (address) => {
      const hex = address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'))
      for (const wrapped of [`::ffff:${address}`, `::FFFF:${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`, `0:0:0:0:0:ffff:${address}`, `64:ff9b::${address}`]) expect(isPublicAddress(wrapped)).toBe(isPublicAddress(address))
    }))
  })

  test('an IPv6 address outside 2000::/3 is never public, unless it wraps an IPv4 one', () => {
    fc.assert(fc.property(fc.ipV6(), (address) => {
      const first = Number.parseInt(address.split(':')[0] || '0', 16)
      const wraps = first === 0 || first === 0x64
      expect(!isPublicAddress(address) || wraps || (first >= 0x2000 && first < 0x4000)).toBe(true)
    }), { numRuns: 500 })
  })

  test.each([
    ['https://example.org/hook', null], ['https://example.org:8443/hook?x=1', null], ['https://8.8.8.8/', null], ['https://[2606:4700::1111]/', null], ['https://münchen.example.org/', null],
    ['http://example.org/', 'not-https'], ['ftp://example.org/', 'not-https'], ['file:///etc/passwd', 'not-https'], ['//example.org', 'not-a-url'], ['example.org', 'not-a-url'], ['', 'not-a-url'],
    ['https://user:pass@example.org/', 'credentials'], ['https://user@example.org/', 'credentials'], ['https://example.org:22/', 'port'], ['https://example.org:80/', 'port'],
    ['https://localhost/', 'private-host'], ['https://LOCALHOST./', 'private-host'], ['https://db/', 'private-host'], ['https://a.localhost/', 'private-host'], ['https://metadata.google.internal/', 'private-host'], ['https://nas.local/', 'private-host'],
    ['https://127.0.0.1/', 'private-host'], ['https://127.1/', 'private-host'], ['https://2130706433/', 'private-host'], ['https://0x7f.1/', 'private-host'], ['https://0177.0.0.1/', 'private-host'], ['https://169.254.169.254/latest/meta-data', 'private-host'],
    ['https://[::1]/', 'private-host'], ['https://[::ffff:10.0.0.1]/', 'private-host'], ['https://[fe80::1]/', 'private-host'], ['https://①②⑦.⓪.⓪.①/', 'private-host'],
  ])('%s: %s', (url, fault) => { expect(outgoingUrlFault(url)).toBe(fault) })
})
