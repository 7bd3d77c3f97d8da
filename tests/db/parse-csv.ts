/** Reads CSV as RFC 4180 says, strictly: anything out of place is an error. Written apart from the writer it checks. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      const quoted = /"((?:[^"]|"")*)"/y
      quoted.lastIndex = at
      const found = quoted.exec(text)
      if (found === null) throw new Error(`Unclosed quotes at ${at}`)
      cell = (found[1] ?? '').replaceAll('""', '"')
      at = quoted.lastIndex
    } else {
      while (at < text.length && !',\r\n"'.includes(text[at] as string)) cell += text[at++]
    }
    row.push(cell)
    if (text[at] === ',') at += 1
    else if (text.startsWith('\r\n', at)) {
      rows.push(row)
      row = []
      at += 2
    } else throw new Error(`Neither a comma nor a line end at ${at}`)
  }
  if (row.length > 0) throw new Error('The last line does not end')
  return rows
}
