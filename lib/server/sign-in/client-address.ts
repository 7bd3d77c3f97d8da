import { isIPv4, isIPv6 } from 'node:net'

/**
 * The address a request comes from, as far as it can be believed (threat T16). `peer` is the connected socket's;
 * `trusted` is the number of proxies in front, or their addresses. Only what a trusted proxy wrote at the end of
 * X-Forwarded-For counts: what stands before it was sent by the client and may be anything.
 */
export function clientAddress(peer: string, forwardedFor: string | null, trusted: number | readonly string[]): string {
  const hops = [...(forwardedFor ?? '').split(',').map((hop) => hop.trim()).filter(Boolean), peer].map(plain)
  if (typeof trusted === 'number') return hops[Math.max(0, hops.length - 1 - trusted)] ?? plain(peer)
  const believed = new Set(trusted.map(plain))
  let index = hops.length - 1
  while (index > 0 && believed.has(hops[index] ?? '')) index -= 1
  return hops[index] ?? plain(peer)
}

/** What tries are counted by: an IPv4 address, or the /64 an IPv6 customer is given whole. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const zeros = address.includes('::') ? Array.from({ length: 8 - left.length - right.length }, () => '0') : []
  return `${[...left, ...zeros, ...right].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}

/** Without port, brackets or zone; an IPv4 address written as IPv6 becomes IPv4. Anything else becomes "unknown". */
function plain(text: string): string {
  const bare = text.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/%.*$/, '').toLowerCase()
  const mapped = bare.replace(/^::ffff:(?=\d+\.)/, '').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  return isIPv4(mapped) || isIPv6(mapped) ? mapped : 'unknown'
}
