/**
 * Whether an address of the network is somewhere on the public internet: what others may have us call (threat T19). Ranges
 * are those IANA keeps for special purposes (RFC 6890 and its registries, IPv4 and IPv6); what cannot be read is not public.
 */

/** First address and length of each IPv4 range that is nobody's on the public internet, and the one from which Azure serves its machines. */
const reserved4 = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.31.196.0', 24],
  ['192.52.193.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['192.175.48.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4], ['168.63.129.16', 32],
] as const

/** Of IPv6 only what is handed out as global unicast (2000::/3) is public, and of that not these. */
const reserved6 = [['2001::', 23], ['2001:db8::', 32], ['2620:4f:8000::', 48], ['3ffe::', 16], ['3fff::', 20]] as const

/** True for an IPv4 address in four decimal numbers, or an IPv6 address, that anybody on the internet may hold. */
export function isPublicAddress(address: string): boolean {
  if (address.includes(':')) {
    const groups = groups6(address)
    return groups !== null && isPublic6(groups)
  }
  const number = number4(address)
  return number !== null && isPublic4(number)
}

function isPublic4(number: number): boolean {
  return !reserved4.some(([first, length]) => within(number, number4(first) ?? 0, length))
}

function within(number: number, first: number, length: number): boolean {
  const shift = 2 ** (32 - length)
  return Math.floor(number / shift) === Math.floor(first / shift)
}

function isPublic6(groups: readonly number[]): boolean {
  const [first = 0, second = 0] = groups
  const last = pair(groups, 6)
  // IPv4 inside IPv6, mapped (::ffff:0:0/96) and translated by NAT64 (64:ff9b::/96): what counts is the address inside.
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xff_ff) return isPublic4(last)
  if (first === 0x64 && second === 0xff_9b && groups.slice(2, 6).every((group) => group === 0)) return isPublic4(last)
  if (first === 0x20_02) return isPublic4(pair(groups, 1))
  if ((first & 0xe0_00) !== 0x20_00) return false
  return !reserved6.some(([range, length]) => sameStart(groups, groups6(range) ?? [], length))
}

function sameStart(groups: readonly number[], range: readonly number[], length: number): boolean {
  return groups.every((group, index) => {
    const bits = Math.max(0, Math.min(16, length - index * 16))
    return group >> (16 - bits) === (range[index] ?? 0) >> (16 - bits)
  })
}

function pair(groups: readonly number[], index: number): number {
  return (groups[index] ?? 0) * 65_536 + (groups[index + 1] ?? 0)
}

/** Four decimal numbers and nothing else: no hexadecimal, no octal, no fewer parts. */
function number4(address: string): number | null {
  const parts = address.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return null
  return parts.reduce((number, part) => number * 256 + Number(part), 0)
}

/** The eight numbers of an IPv6 address (RFC 4291 §2.2), or null. */
function groups6(address: string): number[] | null {
  const [text = ''] = address.split('%')
  const tail = /^(.*:)([\d.]+)$/.exec(text)
  const inside = tail?.[2]?.includes('.') ? number4(tail[2]) : undefined
  if (inside === null) return null
  const whole = inside === undefined ? text : `${tail?.[1] ?? ''}${(inside >>> 16).toString(16)}:${(inside & 0xff_ff).toString(16)}`
  const halves = whole.split('::')
  if (halves.length > 2) return null
  const [front = [], back] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - front.length - (back?.length ?? 0)
  if (back === undefined ? missing !== 0 : missing < 1) return null
  const groups = [...front, ...Array.from({ length: back === undefined ? 0 : missing }, () => '0'), ...(back ?? [])]
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group)) ? groups.map((group) => Number.parseInt(group, 16)) : null
}
