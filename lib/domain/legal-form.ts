/**
 * Families of legal forms people know by name, from the four digits of INSEE's "catégories juridiques" (level II, the
 * first two digits, tells them apart; 54 SARL, 57 SAS, 92 association, …).
 */
export const legalFormFamilies = ['sole-trader', 'sarl', 'sa', 'sas', 'cooperative', 'partnership', 'mutual', 'association', 'foundation', 'public', 'foreign', 'other'] as const

export type LegalFormFamily = (typeof legalFormFamilies)[number]

const families: Readonly<Record<string, LegalFormFamily>> = {
  10: 'sole-trader',
  31: 'foreign', 32: 'foreign',
  41: 'public', 71: 'public', 72: 'public', 73: 'public', 74: 'public',
  51: 'cooperative', 63: 'cooperative',
  52: 'partnership', 53: 'partnership', 65: 'partnership',
  54: 'sarl', 55: 'sa', 56: 'sa', 57: 'sas',
  64: 'mutual', 82: 'mutual',
  92: 'association', 93: 'foundation',
}

/** "5710" → `sas`. What has no name of its own here is `other`. */
export function legalFormFamily(code: string): LegalFormFamily {
  return families[code.slice(0, 2)] ?? 'other'
}
