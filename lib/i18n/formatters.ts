const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()
const distances = new Map<string, Intl.RelativeTimeFormat>()
const lists = new Map<string, Intl.ListFormat>()

function kept<Formatter>(all: Map<string, Formatter>, key: string, make: () => Formatter): Formatter {
  const found = all.get(key)
  if (found) return found
  const made = make()
  all.set(key, made)
  return made
}

/** A formatter is dear to make and cheap to keep: there is one for each language and wish, and wishes are few. */
export function numberFormat(locale: string, wish: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numbers, `${locale} ${JSON.stringify(wish)}`, () => new Intl.NumberFormat(locale, wish))
}

/** The same for dates. */
export function dateFormat(locale: string, wish: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, `${locale} ${JSON.stringify(wish)}`, () => new Intl.DateTimeFormat(locale, wish))
}

/** The same for how far away something is. */
export function distanceFormat(locale: string, wish: Intl.RelativeTimeFormatOptions): Intl.RelativeTimeFormat {
  return kept(distances, `${locale} ${JSON.stringify(wish)}`, () => new Intl.RelativeTimeFormat(locale, wish))
}

/** The same for lists. */
export function listFormat(locale: string, wish: Intl.ListFormatOptions): Intl.ListFormat {
  return kept(lists, `${locale} ${JSON.stringify(wish)}`, () => new Intl.ListFormat(locale, wish))
}
