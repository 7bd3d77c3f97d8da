import { expect, test } from 'vitest'
import { clientAddress, networkOf } from '#lib/server/sign-in/client-address.ts'

test('without a trusted proxy no header is believed', () => {
  expect(clientAddress('203.0.113.5', '1.2.3.4, 5.6.7.8', 0)).toBe('203.0.113.5')
  expect(clientAddress('::ffff:203.0.113.5', null, 0)).toBe('203.0.113.5')
})

test('with one proxy, what it wrote last is the client, however much was forged before', () => {
  expect(clientAddress('10.0.0.1', '203.0.113.5', 1)).toBe('203.0.113.5')
  expect(clientAddress('10.0.0.1', '1.1.1.1, 2.2.2.2, 203.0.113.5', 1)).toBe('203.0.113.5')
  expect(clientAddress('10.0.0.1', null, 1)).toBe('10.0.0.1')
  expect(clientAddress('10.0.0.1', 'nonsense', 1)).toBe('unknown')
})

test('named proxies are passed over from the right', () => {
  const proxies = ['10.0.0.1', '10.0.0.2']
  expect(clientAddress('10.0.0.1', '9.9.9.9, 203.0.113.5, 10.0.0.2', proxies)).toBe('203.0.113.5')
  expect(clientAddress('203.0.113.9', '9.9.9.9', proxies)).toBe('203.0.113.9')
})

test('rotating a forged header changes nothing', () => {
  const seen = new Set(Array.from({ length: 1_000 }, (_, index) => clientAddress('10.0.0.1', `${index % 256}.1.2.3, 203.0.113.5`, 1)))
  expect([...seen]).toEqual(['203.0.113.5'])
})

test('an IPv6 customer counts as one network', () => {
  expect(networkOf('2001:db8:1:2:aaaa:bbbb:cccc:dddd')).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:db8:1:2::1')).toBe('2001:db8:1:2::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('203.0.113.5')).toBe('203.0.113.5')
})
