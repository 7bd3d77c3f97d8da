import type { Locale } from '#lib/i18n/locale.ts'

/** Addresses that exist once, in no language: interfaces, open data, feeds. */
const unlocalised = /^\/(?:api|data|\.well-known)(?:[/?#]|$)|^\/(?:calls\.ics|feed\.atom|(?:calls|me)\/[^/?#]+\.ics)(?:[?#]|$)/

/** "/ruptures" → "/fr/ruptures". Interfaces, fragments and other sites are left as they are. */
export function localisedHref(href: string, locale: Locale): string {
  if (!href.startsWith('/') || href.startsWith('//') || unlocalised.test(href)) return href
  return href === '/' ? `/${locale}` : `/${locale}${href}`
}

/** The same page and question in another language: "/fr/ruptures?q=cmp" → "/en/ruptures?q=cmp". */
export function inLanguage(target: string, locale: Locale): string {
  const rest = /^\/(?:fr|en)(?=[/?]|$)(.*)$/s.exec(target)?.[1] ?? ''
  return `/${locale}${rest}`
}

/** First part of a page's path after the language: "/fr/ruptures/x?q" → "ruptures", "" for the home page. */
export function roomOf(target: string): string {
  return /^\/(?:fr|en)\/([^/?#]*)/.exec(target)?.[1] ?? ''
}

/** An address made of a path and the parameters that have a value, in the order given. */
export function withParams(path: string, params: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    for (const one of value === undefined ? [] : [value].flat()) if (one !== '') search.append(name, one)
  }
  const query = search.toString()
  return query === '' ? path : `${path}?${query}`
}
