import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { atomFeed, xmlText } from '#lib/domain/atom.ts'

const feed = { id: 'https://portal.example/feed.atom', language: 'fr', title: 'Appels & résultats', author: 'Passerelle', self: 'https://portal.example/feed.atom?locale=fr', alternate: 'https://portal.example/fr' }
const entry = (id: string, day: string) => ({ id, title: `Titre <${id}>`, summary: '« oui »', link: `https://portal.example/${id}?a=1&b=2`, updated: new Date(`${day}T10:00:00Z`), published: new Date('2026-01-01T00:00:00Z') })
const decoded = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '')

it('puts the newest entry first, and dates the feed by it', () => {
  expect(atomFeed({ ...feed, entries: [entry('a', '2026-02-01'), entry('b', '2026-03-01')] })).toBe(
    `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<id>https://portal.example/feed.atom</id>
<title>Appels &amp; résultats</title>
<updated>2026-03-01T10:00:00.000Z</updated>
<author><name>Passerelle</name></author>
<link rel="self" type="application/atom+xml" href="https://portal.example/feed.atom?locale=fr"/>
<link rel="alternate" type="text/html" href="https://portal.example/fr"/>
<entry><id>b</id><title>Titre &lt;b&gt;</title><link rel="alternate" type="text/html" href="https://portal.example/b?a=1&amp;b=2"/><updated>2026-03-01T10:00:00.000Z</updated><published>2026-01-01T00:00:00.000Z</published><summary>« oui »</summary></entry>
<entry><id>a</id><title>Titre &lt;a&gt;</title><link rel="alternate" type="text/html" href="https://portal.example/a?a=1&amp;b=2"/><updated>2026-02-01T10:00:00.000Z</updated><published>2026-01-01T00:00:00.000Z</published><summary>« oui »</summary></entry>
</feed>
`)
})

it('keeps every text XML can hold, and lets none be markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = xmlText(text)
      expect(written).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/)
      const held = text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      expect(decoded(written)).toBe(held)
    }),
  )
})
