import { z } from 'zod'

const longest = 500

/** Names that lead nowhere outside of a network: RFC 6761, RFC 6762, RFC 8375, RFC 9476 and common local usage. */
const privateEndings = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'private', 'invalid', 'test', 'arpa', 'alt', 'onion']

/**
 * The address of a video anybody invited may watch, as an absolute URL of at most 500 characters: https, a public
 * host name, no user name or password. The portal never fetches it. Fault code: `video-link`.
 */
export const videoLink = z
  .string()
  .trim()
  .min(1)
  .max(longest)
  .refine((typed) => publicAddress(typed) !== undefined, { params: { code: 'video-link' } })
  .transform((typed) => publicAddress(typed) ?? '')

function publicAddress(typed: string): string | undefined {
  // A URL parser drops line breaks and turns backslashes round: what is shown would not be what was typed.
  if (!/^https:\/\/[^/?#\\]/i.test(typed) || /[\s\p{C}\\]/u.test(typed) || !URL.canParse(typed)) return undefined
  const { protocol, username, password, hostname, href } = new URL(typed)
  const mayStand = protocol === 'https:' && username === '' && password === '' && isPublicHost(hostname) && href.length <= longest
  return mayStand ? href : undefined
}

/** A name of two labels at least, ending in letters: no IP address in any spelling, which the URL parser has made plain. */
function isPublicHost(hostname: string): boolean {
  const labels = hostname.replace(/\.$/, '').split('.')
  const last = labels.at(-1) ?? ''
  return labels.length >= 2 && labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(label)) && /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(last) && !privateEndings.includes(last)
}
