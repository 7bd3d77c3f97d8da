/** The marks of an Office document's XML, read in one pass of bounded cost: no entity is expanded but the five, no document type is taken. */

/** A mark and the text before it. `closes`: `</name>`; an empty element `<name/>` opens and closes. */
export type Mark = { before: string; name: string; attributes: string; opens: boolean; closes: boolean }

/**
 * Marks in order, names without their prefix; what is cut off at the end is left out. Throws on a document type: none is allowed
 * in an Office document (ECMA-376 part 2), and one is how entities are made to grow.
 */
export function* marksOf(xml: string): Generator<Mark> {
  let [at, before] = [0, '']
  for (;;) {
    const start = xml.indexOf('<', at)
    if (start < 0) return
    before += unescaped(xml.slice(at, start))
    if (xml.startsWith('<![CDATA[', start)) {
      const end = xml.indexOf(']]>', start)
      if (end < 0) return
      before += xml.slice(start + 9, end)
      at = end + 3
      continue
    }
    if (xml.startsWith('<!--', start) || xml.startsWith('<?', start)) {
      const closing = xml.startsWith('<?', start) ? '?>' : '-->'
      const end = xml.indexOf(closing, start + 2)
      if (end < 0) return
      at = end + closing.length
      continue
    }
    if (xml.startsWith('<!', start)) throw new Error('a document type')
    const end = endOf(xml, start)
    if (end < 0) return
    const inside = xml.slice(start + 1, end)
    const [, slash = '', name = '', attributes = ''] = /^(\/?)(?:[^\s/:]*:)?([^\s/]*)([^]*)$/u.exec(inside) ?? []
    yield { before, name, attributes, opens: slash === '', closes: slash !== '' || inside.endsWith('/') }
    before = ''
    at = end + 1
  }
}

/** The value of an attribute by its name without prefix, or ''. */
export function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s|:)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes)
  return unescaped(found?.[1] ?? found?.[2] ?? '')
}

/** Where a mark ends: a quoted value may hold the sign that ends it. -1 when it does not. */
function endOf(xml: string, start: number): number {
  const stop = /[>"']/gu
  stop.lastIndex = start + 1
  for (let found = stop.exec(xml); found !== null; found = stop.exec(xml)) {
    if (found[0] === '>') return found.index
    const end = xml.indexOf(found[0], found.index + 1)
    if (end < 0) return -1
    stop.lastIndex = end + 1
  }
  return -1
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five entities of XML and signs by number; whatever else stays as it stands. */
function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/giu, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
  })
}
