/** Where a page may send a person after signing in: pages of this portal, never another site (threat T14). */

const page = /^\/(?:fr|en)(?:[/?]|$)/

/**
 * `path` when it is a page of the portal, else null. Absolute addresses, `//host`, backslashes, control characters
 * (raw or percent-encoded) and anything a browser would read as another host are refused.
 */
export function returnPath(path: unknown): string | null {
  if (typeof path !== 'string' || path.length > 512 || !page.test(path)) return null
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  if (/[\u0000-\u0020\u007f\\]/.test(path) || /[\u0000-\u001f\u007f\\]/.test(decoded) || decoded.startsWith('//')) return null
  return new URL(path, 'http://portal.invalid').host === 'portal.invalid' ? path : null
}
