import type { Styles } from '@react-pdf/renderer'
import { stacks } from '#lib/server/document/pdf-fonts.ts'

export type Look = Styles[string]

/** The portal's light colours (app/portal.css), as PDF knows them. Paper stays white: it is printed. */
export const colour = { ink: '#131f35', soft: '#444d5e', rule: '#dedad2', edge: '#747b87', line: '#264a8e', bridge: '#006e40', rupture: '#d33412', ruptureInk: '#a01c00', uncertain: '#b37903', uncertainInk: '#6c4302', uncertainWash: '#f5ecda', wash: '#f5f1e8' }

/** Size and leading go together: the library takes a leading alone for one of its own size, and one that is inherited
 * by what repeats on pages is multiplied at each of them. */
export const type = (fontSize: number, lineHeight = 1.45) => ({ fontSize, lineHeight })
export const title = { fontFamily: stacks.title, fontWeight: 500 }
const exact = { fontFamily: stacks.exact }

/** The longest line of running text: about 80 characters. */
const measure = { maxWidth: 400 }

/** Lengths are points; A4 is 595 × 842. */
export const look = {
  page: { paddingTop: 42, paddingBottom: 78, paddingHorizontal: 68, fontFamily: stacks.text, fontSize: 10, color: colour.ink },
  head: { flexDirection: 'row', alignItems: 'center', marginBottom: 26 },
  headName: { ...title, fontSize: 13, marginLeft: 8 },
  headKind: { marginLeft: 'auto', fontSize: 8.5, color: colour.soft },
  banner: { backgroundColor: colour.uncertainWash, borderLeftWidth: 3, borderLeftColor: colour.uncertain, color: colour.uncertainInk, paddingVertical: 5, paddingHorizontal: 10, fontSize: 9, marginTop: -8, marginBottom: 22 },
  foot: { position: 'absolute', left: 68, right: 68, bottom: 30, borderTopWidth: 0.75, borderTopColor: colour.rule, paddingTop: 6, flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-start' },
  footText: { fontSize: 7.5, color: colour.soft },
  footExact: { ...exact, fontSize: 6.5, color: colour.soft, marginTop: 1 },
  title: { ...title, ...type(23, 1.18), maxWidth: 420 },
  lead: { ...type(11.5), ...measure, color: colour.soft, marginTop: 8, marginBottom: 6 },
  heading: { marginTop: 22, marginBottom: 8, paddingTop: 10, borderTopWidth: 0.75, borderTopColor: colour.rule },
  headingText: { ...title, ...type(14.5, 1.25) },
  subheading: { flexDirection: 'row', justifyContent: 'space-between', marginTop: 10, marginBottom: 3 },
  subheadingText: { ...type(10), ...measure, fontWeight: 600 },
  aside: { ...type(9), color: colour.soft, marginLeft: 12 },
  block: { marginBottom: 10 },
  paragraph: { ...type(10), ...measure, marginBottom: 6 },
  lines: { marginBottom: 6 },
  line: { marginBottom: 0 },
  soft: { color: colour.soft },
  fact: { flexDirection: 'row', paddingVertical: 4, borderBottomWidth: 0.5, borderBottomColor: colour.rule },
  term: { ...type(9), width: 124, paddingRight: 12, color: colour.soft, paddingTop: 0.9 },
  value: { ...type(10), flex: 1 },
  exact: { ...exact, ...type(8, 1.5), paddingTop: 0.9 },
  item: { flexDirection: 'row', marginBottom: 3, ...measure },
  bullet: { ...type(10), width: 12, color: colour.edge },
  box: { width: 8, height: 8, borderWidth: 0.8, borderColor: colour.edge, marginTop: 3.2, marginRight: 8 },
  itemText: { ...type(10), flex: 1 },
  row: { paddingVertical: 4, borderBottomWidth: 0.5, borderBottomColor: colour.rule },
  cells: { flexDirection: 'row' },
  headRow: { flexDirection: 'row', paddingBottom: 3, borderBottomWidth: 0.75, borderBottomColor: colour.edge },
  headCell: { ...type(8.5), fontWeight: 600, color: colour.soft, paddingRight: 10 },
  cell: { ...type(9.5, 1.4), paddingRight: 10 },
  end: { textAlign: 'right', paddingRight: 0 },
  under: { ...exact, ...type(7, 1.4), color: colour.soft, marginTop: 1 },
  note: { backgroundColor: colour.wash, borderLeftWidth: 3, borderLeftColor: colour.line, paddingVertical: 8, paddingHorizontal: 12, marginTop: 8, marginBottom: 14 },
  uncertain: { backgroundColor: colour.uncertainWash, borderLeftColor: colour.uncertain },
  noteTitle: { ...type(10), fontWeight: 600, marginBottom: 2 },
  noteText: { ...type(10), marginBottom: 2 },
  question: { marginTop: 11 },
  label: { ...type(10), ...measure, fontWeight: 600 },
  marks: { ...type(8.5), color: colour.soft, marginTop: 1 },
  condition: { ...type(9), color: colour.uncertainInk, marginTop: 1 },
  help: { ...type(9.5), ...measure, color: colour.soft, marginTop: 2 },
  choices: { marginTop: 4, marginLeft: 2 },
  figures: { flexDirection: 'row', marginTop: 10, marginBottom: 10 },
  counted: { flexGrow: 1, flexBasis: 0, paddingRight: 12 },
  count: { ...title, ...type(24, 1.15) },
  countOf: { ...type(9, 1.3), color: colour.soft },
  pieces: { paddingRight: 10 },
  piece: { ...type(8.5, 1.3) },
  strong: { fontWeight: 600 },
  small: { ...type(7.5, 1.3), color: colour.soft },
  alarm: { ...type(8, 1.3), fontWeight: 600, color: colour.ruptureInk },
  picture: { marginVertical: 1.5 },
  beside: { flexDirection: 'row', alignItems: 'center', marginBottom: 3 },
  besideText: { flex: 1, marginLeft: 6 },
} satisfies Record<string, Look>

export const logo = { line: colour.line, bridge: colour.bridge }

export const tones = { ink: colour.ink, soft: colour.soft, rule: colour.rule, edge: colour.edge, line: colour.line, bridge: colour.bridge, rupture: colour.rupture, uncertain: colour.uncertain, paper: '#ffffff' }
