/** The query string of an address as a page receives it: anything at all, since anybody may type it. */
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>

/** A value that was not understood, to be shown as such: shortened to 60 characters and well-formed. */
export type Ignored = { key: string; value: string; reason: IgnoredReason }

const ignoredReasons = ['unknown-value', 'repeated', 'too-long'] as const
export type IgnoredReason = (typeof ignoredReasons)[number]

/** All values given for a key, in order; empty strings are what an untouched form sends, so they are left out. */
export function valuesOf(params: SearchParams, key: string): string[] {
  const given = Object.hasOwn(params, key) ? params[key] : undefined
  const values = given === undefined ? [] : typeof given === 'string' ? [given] : [...given]
  return values.filter((value) => value !== '')
}

export function ignored(key: string, value: string, reason: IgnoredReason): Ignored {
  return { key, value: value.toWellFormed().slice(0, 60).toWellFormed(), reason }
}
