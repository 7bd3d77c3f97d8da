import { getDocumentProxy } from 'unpdf'

type Node = { role?: string; children?: Node[]; type?: string; id?: string; alt?: string }
type Item = { str?: string; hasEOL?: boolean; transform?: number[]; type?: string; tag?: string; id?: string }

/** Reads back a PDF as a viewer does: text page by page, what it says of itself, its structure with the text under each role, and how
 * far from the bottom (points) the lowest text stands that is not the foot's. */
export async function readPdf(file: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(file))
  const info: Record<string, unknown> = { ...(await pdf.getMetadata()).info }
  const pages: string[] = []
  const roles: { role: string; text: string }[] = []
  let lowest = Number.POSITIVE_INFINITY
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const items = content.items as Item[]
    pages.push(items.map(({ str = '', hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''))
    lowest = Math.min(lowest, ...heights(items))
    const tree = (await page.getStructTree()) as Node | null
    const texts = markedTexts(items)
    for (const leaf of tree ? leaves(tree) : []) roles.push({ role: leaf.role, text: leaf.ids.map((id) => texts.get(id) ?? '').join('') })
  }
  return { pages, text: pages.join('\n'), info, lowest, roles, size: (await pdf.getPage(1)).view }
}

/** How high each text of the content stands: not what repeats on pages, which is marked as decoration. */
function heights(items: Item[]): number[] {
  const open: (string | undefined)[] = []
  return items.flatMap(({ type, tag, str = '', transform }) => {
    if (type === 'endMarkedContent') open.pop()
    else if (type) open.push(tag)
    else if (str.trim() !== '' && transform && !open.includes('Artifact')) return [transform[5] ?? 0]
    return []
  })
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
