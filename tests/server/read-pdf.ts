import { getDocumentProxy } from 'unpdf'

type Node = { role?: string; children?: Node[]; type?: string; id?: string; alt?: string }
type Item = { str?: string; hasEOL?: boolean; type?: string; id?: string }

/** Reads back a PDF as a viewer does: text page by page, what it says of itself, and its structure with the text under each role. */
export async function readPdf(file: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(file))
  const info: Record<string, unknown> = { ...(await pdf.getMetadata()).info }
  const pages: string[] = []
  const roles: { role: string; text: string }[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const items = content.items as Item[]
    pages.push(items.map(({ str = '', hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''))
    const tree = (await page.getStructTree()) as Node | null
    const texts = markedTexts(items)
    for (const leaf of tree ? leaves(tree) : []) roles.push({ role: leaf.role, text: leaf.ids.map((id) => texts.get(id) ?? '').join('') })
  }
  return { pages, text: pages.join('\n'), info, roles, size: (await pdf.getPage(1)).view }
}

/** The text drawn under each mark. */
function markedTexts(items: Item[]): Map<string, string> {
  const texts = new Map<string, string>()
  const open: (string | undefined)[] = []
  for (const { type, id, str } of items) {
    if (type === 'endMarkedContent') open.pop()
    else if (type) open.push(id)
    else {
      const mark = open.at(-1)
      if (mark) texts.set(mark, (texts.get(mark) ?? '') + (str ?? ''))
    }
  }
  return texts
}

function leaves({ role = '', children = [] }: Node): { role: string; ids: string[] }[] {
  const ids = children.flatMap(({ type, id }) => (type === 'content' && id ? [id] : []))
  return [...(ids.length > 0 ? [{ role, ids }] : []), ...children.filter((child) => child.role).flatMap(leaves)]
}
