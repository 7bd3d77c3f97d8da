/** Elements that are nothing but their markup. All others are React's to make: forms and what is typed in, what opens, what loads. */
const still = new Set([
  'a', 'abbr', 'article', 'aside', 'b', 'blockquote', 'br', 'button', 'caption', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'footer', 'h1', 'h2', 'h3',
  'h4', 'header', 'hr', 'i', 'ins', 'kbd', 'li', 'mark', 'nav', 'ol', 'p', 'q', 's', 'section', 'small', 'span', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'ul', 'wbr',
  'circle', 'g', 'line', 'path', 'polygon', 'polyline', 'rect', 'svg', 'text', 'tspan',
])
/** What opens is markup where it says `data-still`: many to a page; one may close again when what is around it changes. */
const opening = new Set(['details', 'summary'])
const empty = new Set(['br', 'col', 'hr', 'wbr'])

/** Attributes as they are written; those of an element that bears any other are React's to write. */
const names: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['id', 'lang', 'rel', 'role', 'title', 'scope', 'type', 'popover', 'viewBox', 'width', 'height', 'd', 'fill', 'stroke', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'dx', 'dy', 'points', 'transform', 'headers', 'abbr', 'target'].map((name) => [name, name])),
  className: 'class', tabIndex: 'tabindex', dateTime: 'datetime', hrefLang: 'hreflang', colSpan: 'colspan', rowSpan: 'rowspan', popoverTarget: 'popovertarget', strokeWidth: 'stroke-width', strokeLinecap: 'stroke-linecap',
  strokeLinejoin: 'stroke-linejoin', strokeDasharray: 'stroke-dasharray', strokeOpacity: 'stroke-opacity', textAnchor: 'text-anchor',
}
const ownAddress = /^(?:[/#?]|https?:|mailto:|tel:)/

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }

/** A text as HTML writes it, in an element or an attribute. */
export function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => escapes[sign] as string) : text
}

/** ` class="soft" href="/fr"`; null where React must write the element. */
export function attributesOf(tag: string, props: Readonly<Record<string, unknown>>): string | null {
  if (!still.has(tag) && !(opening.has(tag) && props['data-still'] !== undefined)) return null
  let written = ''
  for (const key in props) {
    const value = props[key]
    if (key === 'children' || value === undefined || value === null) continue
    const isWord = typeof value === 'string' || typeof value === 'number'
    if (key === 'href') {
      if (!isWord || !ownAddress.test(String(value))) return null
      written += ` href="${escaped(String(value))}"`
    } else if (key === 'download' || key === 'hidden') {
      if (value === true) written += ` ${key}=""`
      else if (key === 'download' && typeof value === 'string') written += ` download="${escaped(value)}"`
      else if (value !== false) return null
    } else if (key.startsWith('aria-') || key.startsWith('data-')) {
      if (!isWord && typeof value !== 'boolean') return null
      written += ` ${key}="${escaped(String(value))}"`
    } else {
      const name = names[key]
      if (name === undefined || !isWord) return null
      written += ` ${name}="${escaped(String(value))}"`
    }
  }
  return written
}

/** An element of which `attributesOf` knew the attributes, around markup. */
export function elementOf(tag: string, attributes: string, inner: string): string {
  return empty.has(tag) ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${inner}</${tag}>`
}

export function isEmpty(tag: string): boolean {
  return empty.has(tag)
}
