/** An Atom feed (RFC 4287): escaped text, instants in UTC, entries newest first, each under an identifier that never changes. */
export type AtomEntry = { id: string; title: string; summary: string; link: string; updated: Date; published: Date }
export type AtomFeed = { id: string; language: string; title: string; author: string; self: string; alternate: string; entries: readonly AtomEntry[] }

const meant: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as XML 1.0 can hold it: markup escaped, other characters no XML may contain left out. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>"']/g, (sign) => meant[sign] ?? '')
}

/** The feed as UTF-8 text. Without entries it was last changed at the beginning of time: RFC 4287 wants an instant. */
export function atomFeed({ id, language, title, author, self, alternate, entries }: AtomFeed): string {
  const newest = entries.toSorted((one, other) => other.updated.getTime() - one.updated.getTime() || (one.id < other.id ? -1 : 1))
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(language)}">`,
    `<id>${xmlText(id)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<updated>${(newest[0]?.updated ?? new Date(0)).toISOString()}</updated>`,
    `<author><name>${xmlText(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(alternate)}"/>`,
    ...newest.map(entry),
    '</feed>',
    '',
  ].join('\n')
}

function entry({ id, title, summary, link, updated, published }: AtomEntry): string {
  return `<entry><id>${xmlText(id)}</id><title>${xmlText(title)}</title><link rel="alternate" type="text/html" href="${xmlText(link)}"/><updated>${updated.toISOString()}</updated><published>${published.toISOString()}</published><summary>${xmlText(summary)}</summary></entry>`
}
