const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])
const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

export type Asked = { origin: string | undefined; host: string | undefined }

/** True for a method that may change something (RFC 9110 §9.2.1: not a safe one). */
export function mayChange(method: string | undefined): boolean {
  return !safe.has(method ?? 'GET')
}

/**
 * Whether a request that may change something comes from the portal's own pages (threat T18): its Origin must be
 * the portal's. A browser always sends one; absent and `null` are refused too. On a loopback address the portal
 * answers to any loopback name at the port it was asked on, since people type `localhost` for `127.0.0.1`.
 */
export function isOwnOrigin({ origin, host }: Asked, portalUrl: string): boolean {
  if (origin === portalUrl) return true
  if (origin === undefined || origin === 'null' || !URL.canParse(origin)) return false
  const portal = new URL(portalUrl)
  const from = new URL(origin)
  if (from.origin === portal.origin) return true
  return loopback.has(portal.hostname) && loopback.has(from.hostname) && from.protocol === 'http:' && from.host === host
}
