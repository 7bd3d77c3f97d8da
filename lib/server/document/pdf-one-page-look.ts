import { colour, title, type, type Look } from '#lib/server/document/pdf-look.ts'
import { columnGap, pageWidth } from '#lib/server/document/one-page.ts'

/** At most so many lines, then "…". */
export const lines = (count: number): Look => ({ maxLines: count, textOverflow: 'ellipsis' })

/** Lengths are points; all of a page whose room is given in advance, see `one-page.ts`. */
export const pageLook = {
  page: { paddingTop: 24, paddingBottom: 38, paddingHorizontal: 44 },
  /** The same margins for what flows before such pages. */
  wide: { paddingHorizontal: 44, paddingBottom: 60 },
  first: { marginBottom: 6 },
  head: { marginBottom: 8 },
  banner: { marginTop: -3, marginBottom: 10, fontSize: 8, paddingVertical: 3.5 },
  foot: { left: 44, right: 44, bottom: 16 },
  missing: { maxWidth: 430, fontSize: 5.5, maxLines: 1 },
  over: { ...type(8.5, 1.3), color: colour.soft },
  title: { ...title, ...type(17, 1.16), marginTop: 1 },
  lead: { ...type(9, 1.36), color: colour.soft, marginTop: 3 },
  facts: { flexDirection: 'row', marginTop: 7, paddingTop: 5, borderTopWidth: 0.75, borderTopColor: colour.rule },
  fact: { flexGrow: 1, flexBasis: 0, paddingRight: 10 },
  term: { ...type(7, 1.3), color: colour.soft },
  value: { ...type(8.5, 1.25), fontWeight: 600 },
  strip: { marginTop: 7 },
  caption: { ...type(7, 1.3), color: colour.soft },
  heading: { ...title, ...type(11.5, 1.2), marginTop: 7, paddingTop: 5, borderTopWidth: 0.75, borderTopColor: colour.rule },
  cards: { flexDirection: 'row', flexWrap: 'wrap', justifyContent: 'space-between' },
  card: { paddingTop: 4, width: pageWidth },
  half: { width: (pageWidth - columnGap) / 2 },
  cardHead: { flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-start' },
  cardTitle: { ...type(8.5, 1.25), fontWeight: 600, flex: 1 },
  cardAside: { ...type(7.5, 1.42), color: colour.soft, marginLeft: 8, maxWidth: 110, textAlign: 'right' },
  cardBody: { flexDirection: 'row', marginTop: 2 },
  words: { flex: 1, marginLeft: 9 },
  figure: { ...type(8.5, 1.25), fontWeight: 600, flexShrink: 0 },
  line: { ...type(7.25, 1.24), color: colour.soft, flexShrink: 0 },
  panels: { flexDirection: 'row', justifyContent: 'space-between' },
  panel: { width: (pageWidth - 2 * columnGap) / 3 },
  entry: { marginTop: 3 },
  entryHead: { ...type(8, 1.25), fontWeight: 600 },
  alarm: { color: colour.ruptureInk },
  entryText: { ...type(7.5, 1.26), color: colour.soft },
  notes: { marginTop: 'auto', paddingTop: 4, borderTopWidth: 0.75, borderTopColor: colour.rule },
} satisfies Record<string, Look>
