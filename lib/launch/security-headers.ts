/** Headers every answer carries, whatever it is. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Permitted-Cross-Domain-Policies': 'none',
}

function policy(scripts: string, dev = false): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts}${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** The policy of a page rendered for one request: only scripts carrying `nonce` (base64) run inline. */
export function nonceScripts(nonce: string, dev = false): string {
  return policy(`'nonce-${nonce}'`, dev)
}

/** The policy of a kept public page: only inline scripts whose SHA-256 (base64) is listed run. */
export function hashedScripts(hashes: readonly string[]): string {
  return policy(hashes.map((hash) => `'sha256-${hash}'`).join(' '))
}
