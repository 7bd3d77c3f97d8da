import { strFromU8, unzipSync } from 'fflate'

export type ReadCell = { text: string } | { number: number; format: string | undefined } | undefined

/** Reads back the one sheet of an XLSX file as ECMA-376 says, knowing nothing of the writer. A formula throws. */
export function readSpreadsheet(file: Uint8Array): { name: string; frozenRows: number; boldHeader: boolean; cells: ReadCell[][]; files: string[] } {
  const parts = unzipSync(file)
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
  const sheet = part('xl/worksheets/sheet1.xml')
  if (/<f[\s>]/.test(sheet)) throw new Error('A formula.')
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>\s*<t[^>]*>(.*?)<\/t>\s*<\/si>/gs)].map(([, text = '']) => stringOf(text))
  const styles = part('xl/styles.xml')
  const formats = new Map([...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]))
  const cellStyles = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)].map(([xf]) => xf)
  const fonts = [...(/<fonts.*<\/fonts>/s.exec(styles)?.[0] ?? '').matchAll(/<font>.*?<\/font>|<font\/>/gs)].map(([font]) => font)
  const styleOf = (attributes: string) => cellStyles[Number(/ s="(\d+)"/.exec(attributes)?.[1] ?? 0)] ?? ''
  const cells: ReadCell[][] = []
  let boldHeader = true
  for (const [, attributes = '', content = ''] of sheet.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const [, letters = '', row = '0'] = /r="([A-Z]+)(\d+)"/.exec(attributes) ?? []
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const value = /<v>(.*?)<\/v>/s.exec(content)?.[1]
    const style = styleOf(` ${attributes}`)
    if (row === '1') boldHeader &&= /<b\/>|<b>/.test(fonts[Number(/fontId="(\d+)"/.exec(style)?.[1])] ?? '')
    const read = (cells[Number(row) - 1] ??= [])
    if (value === undefined) continue
    if (/ t="s"/.test(` ${attributes}`)) {
      const text = strings[Number(value)]
      if (!/^\d+$/.test(value) || text === undefined) throw new Error(`No string ${value}.`)
      read[column] = { text }
    } else {
      read[column] = { number: Number(value), format: formats.get(/numFmtId="(\d+)"/.exec(style)?.[1] ?? '') }
    }
  }
  return {
    name: stringOf(/<sheet [^>]*name="([^"]*)"/.exec(part('xl/workbook.xml'))?.[1] ?? ''),
    frozenRows: /<pane [^>]*state="frozen"/.test(sheet) ? Number(/ySplit="(\d+)"/.exec(sheet)?.[1] ?? 0) : 0,
    boldHeader,
    cells,
    files: Object.keys(parts),
  }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** ST_Xstring: XML's entities, then `_xHHHH_`. */
function stringOf(xml: string): string {
  return xml
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) => (hex || decimal ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)) : (entities[name] ?? '')))
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}
