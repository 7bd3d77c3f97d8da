/**
 * Which addresses the portal may call out to on somebody's word. Public ones only: a webhook must not reach the portal's own
 * network or a cloud's metadata (OWASP, Server-Side Request Forgery). The server resolves a name, asks about every address
 * and connects to the one it asked about. Ranges: IANA special-purpose registries (RFC 6890) for IPv4 and IPv6.
 */

/** IPv4 ranges that are nobody's on the Internet, and Azure's metadata service, which has a public number. */
const closed4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24',
  '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32',
].map((range) => {
  const [address = '', bits = ''] = range.split('/')
  return { from: numberOf4(address) as number, size: 2 ** (32 - Number(bits)) }
})

/** IPv6 ranges within 2000::/3 that are not for everybody: protocols and tunnels (Teredo, ORCHID), documentation, 6to4, 6bone. Groups of 16 bits, and how many bits count. */
const closed6: readonly (readonly [groups: readonly number[], bits: number])[] = [[[0x2001, 0], 23], [[0x2001, 0xdb8], 32], [[0x2002], 16], [[0x3ffe], 16], [[0x3fff, 0], 20]]

/** True for an IPv4 or IPv6 address, as text, that anybody on the Internet could reach; false for every other text. */
export function isPublicAddress(text: string): boolean {
  const four = numberOf4(text)
  if (four !== null) return isPublic4(four)
  const groups = groupsOf6(text)
  if (groups === null) return false
  const [first, second, third, fourth, fifth, sixth, seventh, eighth] = groups as [number, number, number, number, number, number, number, number]
  const embedded = seventh * 65_536 + eighth
  const middleIsZero = third === 0 && fourth === 0 && fifth === 0
  if (first === 0 && second === 0 && middleIsZero && sixth === 0xffff) return isPublic4(embedded)
  if (first === 0x64 && second === 0xff9b && middleIsZero && sixth === 0) return isPublic4(embedded)
  return first >> 13 === 1 && !closed6.some(([range, bits]) => shareBits(groups, range, bits))
}

/**
 * What keeps an address (URL) from being called, or null: `not-a-url`, `not-https`, `credentials`, `port` (443, 8443 or none),
 * `private-host` (a number that is not public, a name without a dot or of a private domain). What a name resolves to is asked later.
 */
export function outgoingUrlFault(text: string): 'not-a-url' | 'not-https' | 'credentials' | 'port' | 'private-host' | null {
  if (!URL.canParse(text) || text.length > 2_000) return 'not-a-url'
  const url = new URL(text)
  if (url.protocol !== 'https:') return 'not-https'
  if (url.username !== '' || url.password !== '') return 'credentials'
  if (url.port !== '' && url.port !== '8443') return 'port'
  const host = url.hostname.replace(/\.$/u, '')
  if (host.startsWith('[')) return isPublicAddress(host.slice(1, -1)) ? null : 'private-host'
  if (numberOf4(host) !== null) return isPublicAddress(host) ? null : 'private-host'
  return !host.includes('.') || privateNames.test(host) ? 'private-host' : null
}

/** Names of private use: RFC 6761, 6762, 8375, 9476 and ICANN's .internal; and those that spell an address. */
const privateNames = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|test|example|invalid|onion|alt|arpa)$/u

function isPublic4(number: number): boolean {
  return !closed4.some(({ from, size }) => number >= from && number < from + size)
}

/** Four decimal parts only: the short, octal and hexadecimal forms that some libraries accept are no addresses here. */
function numberOf4(text: string): number | null {
  const parts = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/u.exec(text)?.slice(1).map(Number)
  if (parts === undefined || parts.some((part) => part > 255)) return null
  return parts.reduce((number, part) => number * 256 + part, 0)
}

/** The eight groups of an IPv6 address, whose last two may be written as IPv4; null for anything else, a zone included. */
function groupsOf6(text: string): number[] | null {
  const four = /(?<=:)[\d.]+$/u.exec(text)
  const tail = four?.[0].includes('.') ? numberOf4(four[0]) : undefined
  if (tail === null) return null
  const plain = tail === undefined ? text : `${text.slice(0, -(four?.[0].length ?? 0))}${Math.floor(tail / 65_536).toString(16)}:${(tail % 65_536).toString(16)}`
  const halves = plain.split('::')
  if (halves.length > 2) return null
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - rest.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...rest]
  return groups.every((group) => /^[0-9a-f]{1,4}$/iu.test(group)) ? groups.map((group) => Number.parseInt(group, 16)) : null
}

function shareBits(groups: readonly number[], range: readonly number[], bits: number): boolean {
  return range.every((group, at) => {
    const own = Math.min(16, bits - 16 * at)
    return own <= 0 || group >> (16 - own) === (groups[at] as number) >> (16 - own)
  })
}
