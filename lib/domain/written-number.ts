/** A number as people write it in their language, "12 500,5" or "12,500.5"; anything else stays as it was typed, for whoever judges it to refuse. */
export function readNumber(text: string, language: 'fr' | 'en'): number | string {
  const bare = text.replaceAll(/[\s\u00A0\u202F]/gu, '')
  const plain = language === 'fr' ? bare.replace(',', '.') : bare.replaceAll(',', '')
  return /^[-+]?\d{1,15}(\.\d{1,15})?$/.test(plain) ? Number(plain) : text
}
