import { isLocale, type Locale } from '#lib/i18n/locale.ts'

export type Route =
  | { kind: 'page'; locale: Locale; room: string }
  | { kind: 'unlocalised'; rest: string }
  | { kind: 'file'; path: string }
  | { kind: 'other' }
  | { kind: 'malformed' }

/** First path segments that are not pages: interfaces, Next's own files, and open data. */
const elsewhere = new Set(['api', '_next', 'data', 'healthz', 'readyz', '.well-known', 'calls.ics', 'feed.atom'])
/** Agendas subscribed to: a call's, and somebody's own under a token. */
const agenda = /^\/(?:calls|me)\/[^/]+\.ics$/

/**
 * Sorts a request target into a page of a language (with its first segment, the room, '' for the home page),
 * a page asked without language, a file by its ending, something else (interface), or a target no route can have.
 */
export function routeOf(target: string): Route {
  if (target.length > 4_096 || !target.startsWith('/') || target.startsWith('//') || target.includes('\\')) return { kind: 'malformed' }
  const question = target.indexOf('?')
  const path = question === -1 ? target : target.slice(0, question)
  try {
    if (/[\u0000-\u001f\u007f]/.test(decodeURIComponent(path))) return { kind: 'malformed' }
  } catch {
    return { kind: 'malformed' }
  }
  const [first = '', room = ''] = path.slice(1).split('/')
  if (isLocale(first)) return { kind: 'page', locale: first, room }
  if (elsewhere.has(first) || agenda.test(path)) return { kind: 'other' }
  if (/\.[a-z0-9]+$/i.test(path)) return { kind: 'file', path }
  return { kind: 'unlocalised', rest: target === '/' ? '' : target }
}
