import { operator } from '#lib/server/instance/operator.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'

const day = 86_400_000
/** RFC 9116 §2.5.5 recommends less than a year. */
const validFor = 180 * day

/** The text of security.txt (RFC 9116): whom to tell about a weakness, valid for half a year from `now`. */
export function securityText(now: Date): string {
  const { contact } = operator()
  const expires = new Date(Math.floor((now.getTime() + validFor) / day) * day)
  return [
    `Contact: ${contact === null ? permalink('/legal#contact') : `mailto:${contact}`}`,
    `Expires: ${expires.toISOString().replace('.000', '')}`,
    'Preferred-Languages: fr, en',
    `Canonical: ${permalink('/.well-known/security.txt')}`,
    '',
  ].join('\n')
}
