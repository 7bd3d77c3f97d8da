import type { ReactElement } from 'react'
import { type Card, cardRoom, type OnePage, type Panel, panelRoom } from '#lib/server/document/one-page.ts'
import { drawingElement } from '#lib/server/document/pdf-drawing.ts'
import { box, many, text } from '#lib/server/document/pdf-element.ts'
import { lines, pageLook as look } from '#lib/server/document/pdf-one-page-look.ts'

/** What stands on a page whose room is given in advance, between its head and its foot. `title` is the rank of its title. */
export function onePageElement({ over, title, lead, facts, strip, cards, panels, notes }: OnePage, rank: 'H1' | 'H2', height: number): ReactElement {
  const { entries, lines: deep } = panelRoom(cards.items.length)
  const room = cardRoom(cards.items.length)
  // Parts keep their height: too much of them would end below the foot, where tests look, and never one on the other.
  return box(null, { height, overflow: 'hidden' }, box(null, { minHeight: height, flexShrink: 0 }, many([
    text('P', [look.over, lines(1)], over),
    text(rank, [look.title, lines(room.pageTitle)], title),
    text('P', [look.lead, lines(room.lead)], lead),
    box('Table', look.facts, box('TR', { flexDirection: 'row', flex: 1 }, many(facts.map(({ term, value }) => box('TD', look.fact, many([text('P', [look.term, lines(1)], term), text('P', [look.value, lines(2)], value)])))))),
    strip === null ? null : box(null, look.strip, many([drawingElement(strip.drawing), text('P', [look.caption, lines(2)], strip.caption)])),
    text(rank === 'H1' ? 'H2' : 'H3', look.heading, cards.title),
    text('P', [look.caption, lines(2)], cards.items.length === 0 ? cards.none : cards.caption),
    box(null, look.cards, many(cards.items.map((card) => cardElement(card, cards.items.length)))),
    ...(cards.more === null ? [] : [text('P', [look.caption, { marginTop: 3 }], cards.more)]),
    box(null, look.panels, many(panels.map((panel) => panelElement(panel, entries, deep, rank === 'H1' ? 'H2' : 'H3')))),
    box(null, look.notes, many(notes.map((note) => text('P', [look.caption, lines(2)], note)))),
  ])), { wrap: false })
}

function cardElement({ title, aside, drawing, figure, lines: said }: Card, count: number): ReactElement {
  const { columns, height, title: deep } = cardRoom(count)
  const words = box(null, look.words, many([text('P', [look.figure, lines(2)], figure), ...said.map((line) => text('P', [look.line, lines(2)], line))]))
  return box(null, columns === 2 ? [look.card, look.half] : [look.card], many([
    box(null, look.cardHead, many([text('H3', [look.cardTitle, lines(deep)], title), aside === null ? null : text('P', [look.cardAside, lines(1)], aside)])),
    box(null, [look.cardBody, { height, overflow: 'hidden' }], many([drawingElement(drawing), words])),
  ]), { wrap: false })
}

function panelElement({ title, alarm, items, none, more }: Panel, entries: number, deep: number, rank: 'H2' | 'H3'): ReactElement {
  const shown = items.slice(0, entries)
  return box(null, look.panel, many([
    text(rank, look.heading, title),
    ...(shown.length === 0 ? [text('P', [look.entry, look.entryText, lines(3)], none)] : []),
    ...shown.map(({ head, text: said }) => box(null, look.entry, many([text('P', [look.entryHead, alarm ? look.alarm : {}, lines(1)], head), said === '' ? null : text('P', [look.entryText, lines(deep)], said)]))),
    more === null ? null : text('P', [look.entry, look.entryText, lines(1)], more),
  ]))
}
