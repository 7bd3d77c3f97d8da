/**
 * SIREN (9 digits) and SIRET (14 digits), the French company and establishment numbers, with the check digit of
 * Luhn. La Poste (SIREN 356000000) numbered its post offices otherwise: the sum of their digits is a multiple of five.
 */
const laPoste = '356000000'

/** "732 829 320" → "732829320". Ordinary, non-breaking and thin spaces, dots and hyphens are typed by people. */
export function digitsOf(text: string): string {
  return text.replace(/[\s.\u2010-\u2015-]/gu, '')
}

/** True for 9 digits whose Luhn sum is a multiple of ten; all zeros is nobody's number. */
export function isSiren(digits: string): boolean {
  return /^\d{9}$/.test(digits) && digits !== '000000000' && luhnSum(digits) % 10 === 0
}

/** True for a SIREN followed by an establishment number whose whole passes Luhn, or La Poste's own rule. */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits) || !isSiren(digits.slice(0, 9))) return false
  if (luhnSum(digits) % 10 === 0) return true
  return digits.startsWith(laPoste) && digitSum(digits) % 5 === 0
}

/** What is wrong with a SIREN while it is typed, or null when nothing is, or nothing is typed. */
export function sirenFault(typed: string): 'characters' | 'incomplete' | 'too-long' | 'check-digit' | null {
  const digits = digitsOf(typed)
  if (digits === '') return null
  if (!/^\d+$/.test(digits)) return 'characters'
  if (digits.length !== 9) return digits.length < 9 ? 'incomplete' : 'too-long'
  return isSiren(digits) ? null : 'check-digit'
}

/** "732829320" → "732 829 320"; a SIRET → "732 829 320 00074". Narrow no-break spaces. */
export function formatSiren(digits: string): string {
  return [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 9), digits.slice(9)].filter(Boolean).join('\u202F')
}

/** Every second digit from the right is doubled, and its own digits added (Luhn, ISO/IEC 7812-1 annex B). */
function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0)
}
