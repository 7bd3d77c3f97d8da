import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { openStorage, type FileStorage } from '#lib/server/file/storage.ts'
import { receiveFile } from '#lib/server/file/receive-file.ts'
import { pdf } from '#tests/server/corpus.ts'
import { bodyOf } from '#tests/server/streams.ts'
import { zip } from '#tests/server/zip.ts'

/** Evidence holds totals: a spreadsheet that lists people is refused with the column that gives it away, and nothing of it is left. */
const folder = mkdtempSync(join(tmpdir(), 'portal-people-'))
let store: FileStorage
beforeAll(async () => void (store = await openStorage({ PORTAL_DATA_DIR: folder, S3_FORCE_PATH_STYLE: 'off' })))
afterAll(() => rmSync(folder, { recursive: true }))

type Cell = string | number
const workbook = (...sheets: Cell[][][]) => writeXlsxFile(sheets.map((rows, at) => ({ data: rows.map((row) => row.map((value) => ({ value }))), sheet: `Feuille ${at + 1}` }))).toBuffer()
const send = (name: string, bytes: Uint8Array, totals = true) => receiveFile({ name, body: bodyOf(bytes), totals }, store)
const left = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
const totals: Cell[][] = [['Mois', 'Patients inclus', 'Délai moyen'], ['Janvier', 40, 32.5], ['Février', 38, 30]]
const people: Cell[][] = [['Centre', 'Date de naissance', 'Score'], ['Lyon', 31_200, 12], ['Lyon', 28_400, 9]]
const refusal = (code: string, column?: string) => expect.objectContaining({ kind: 'refusal', code: 'invalid', faults: [{ path: 'file', code, ...(column && { column }) }] })

const types = '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
const made = (...parts: { name: string; data: string | Buffer }[]) => zip([{ name: '[Content_Types].xml', data: types }, ...parts])

describe('a spreadsheet', () => {
  it('of totals is kept, under a name that says so', async () => {
    const { key, file } = await send('Délai moyen par mois.xlsx', await workbook(totals, [['Un titre'], [], ...totals]))
    expect(file.name).toBe('Délai moyen par mois.xlsx')
    await store.delete(key)
    expect(left()).toBe(0)
  })

  it('of people is refused for its column, on whichever sheet, and leaves nothing', async () => {
    await expect(send('suivi.xlsx', await workbook(people))).rejects.toEqual(refusal('file-patients-birth-date', 'Date de naissance'))
    await expect(send('suivi.xlsx', await workbook(totals, totals, [['Extraction du 3 mars'], [], ...people]))).rejects.toEqual(refusal('file-patients-birth-date', 'Date de naissance'))
    expect(left()).toBe(0)
  })

  it('with a pivot table is refused for what the table was made from', async () => {
    const pivot = { name: 'xl/pivotCache/pivotCacheDefinition1.xml', data: '<pivotCacheDefinition><cacheFields><cacheField name="IPP"/><cacheField name="Score"/></cacheFields></pivotCacheDefinition>' }
    await expect(send('croisé.xlsx', made(pivot))).rejects.toEqual(refusal('file-patients-identifier', 'IPP'))
  })

  it('with a document type is no spreadsheet', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><worksheet><row><c t="str"><v>&c;</v></c></row></worksheet>'
    await expect(send('suivi.xlsx', made({ name: 'xl/worksheets/sheet1.xml', data: bomb }))).rejects.toEqual(refusal('file-content'))
    expect(left()).toBe(0)
  })

  it('that unpacks to a great deal is read no further than its beginning', async () => {
    const row = '<row><c t="str"><v>Janvier</v></c><c><v>40</v></c></row>'
    const sheets = Array.from({ length: 12 }, (_, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, data: `<worksheet><sheetData>${row.repeat(28_000)}` }))
    const begun = performance.now()
    const { key } = await send('grand.xlsx', made(...sheets))
    expect(performance.now() - begun).toBeLessThan(15_000)
    await store.delete(key)
  })
})

it('any file is refused for a name that lists people; an application’s own files are not looked at', async () => {
  await expect(send('Liste nominative.pdf', pdf())).rejects.toEqual(refusal('file-patients-name'))
  for (const [name, bytes] of [['Liste nominative.pdf', pdf()], ['suivi.xlsx', await workbook(people)]] as const) await store.delete((await send(name, bytes, false)).key)
  expect(left()).toBe(0)
})
