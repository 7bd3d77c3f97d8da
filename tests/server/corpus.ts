import { crc32, deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import writeXlsxFile from 'write-excel-file/node'
import { fileKinds, type FileFault } from '#lib/domain/file.ts'
import { zip, type ZipEntry } from '#tests/server/zip.ts'

export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
export const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
const html = '<!doctype html><html><body><script>alert(1)</script></body></html>'
const places = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' } as const

/** A PDF of one empty page, `size` bytes long when that is more than it takes. */
export function pdf(size = 0, body = ''): Buffer {
  const start = `%PDF-1.7\n${body}1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%`
  const end = '\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n'
  return Buffer.concat([Buffer.from(start), Buffer.alloc(Math.max(0, size - start.length - end.length), 'ab'), Buffer.from(end)])
}

/** The least an Office document has, and what else is asked. */
function office(kind: keyof typeof places, { more = [], types = `${fileKinds[kind].mediaType}.main+xml` }: { more?: ZipEntry[]; types?: string } = {}): ZipEntry[] {
  return [
    { name: '[Content_Types].xml', data: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${places[kind]}" ContentType="${types}"/></Types>` },
    { name: '_rels/.rels', data: '<Relationships/>' },
    { name: places[kind], data: '<document/>' },
    ...more,
  ]
}

const noise = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#345', noise: { type: 'gaussian', mean: 128, sigma: 30 } } })

/** A picture 40 wide and 20 high, taken in Paris by somebody, to be turned a quarter. */
export const jpegWithPlace = () => noise(40, 20).withExif({
  IFD0: { Artist: 'Camille Durand', Make: 'Telephone' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 24/1', GPSLongitudeRef: 'E', GPSLongitude: '2/1 21/1 3/1' },
}).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>Paris</place></x:xmpmeta>').withMetadata({ orientation: 6 }).jpeg().toBuffer()
export const jpeg = (width = 40, height = 20) => noise(width, height).jpeg().toBuffer()
export const png = (width = 40, height = 20) => noise(width, height).png().toBuffer()

/** A PNG that says it is `width` by `height`, of a few hundred bytes. */
export function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(90_000))), chunk('IEND', Buffer.alloc(0))])
}

/** The beginning of a compound file (MS-CFB) with a stream of this name, which lies across two pieces of 64 KiB. */
const compound = (stream: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(65_518), Buffer.from(stream, 'utf16le'), Buffer.alloc(2_000)])

/** Files that are what they say: kept, and documents to the byte. */
export async function goodFiles(): Promise<[name: string, bytes: Buffer][]> {
  const sheet = await writeXlsxFile([[{ value: 'Budget' }, { value: 12_000 }]]).toBuffer()
  return [
    ['plan.pdf', pdf()],
    ['Étude.PDF', pdf(70_000)],
    ['dossier.docx', zip(office('docx'))],
    ['dossier noté.docx', zip(office('docx'), { comment: 'from a word processor' })],
    ['dossier.final.pptx', zip(office('pptx', { more: [{ name: 'ppt/media/video.mp4', data: Buffer.alloc(3_000_000) }] }))],
    ['budget.xlsx', sheet],
    ['virus.docx', zip(office('docx', { more: [{ name: 'word/eicar.txt', data: eicar }] }))],
    ['photo.jpg', await jpeg()],
    ['photo.JPEG', await jpeg()],
    ['capture.png', await png()],
  ]
}

/** Files that lie, hide something or are damaged, and why each is refused. */
export async function badFiles(): Promise<[what: string, name: string, bytes: Buffer, fault: FileFault][]> {
  const [photo, capture] = [await jpeg(400, 300), await png(400, 300)]
  const docx = zip(office('docx'))
  const withMore = (...more: ZipEntry[]) => zip(office('docx', { more }))
  return [
    ['nothing', 'vide.pdf', Buffer.alloc(0), 'file-empty'],
    ['a drawing', 'dessin.svg', Buffer.from(svg), 'file-kind'],
    ['a page', 'page.html', Buffer.from(html), 'file-kind'],
    ['a video', 'film.mp4', Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), 'file-kind'],
    ['a program behind a document', 'plan.pdf.exe', pdf(), 'file-kind'],
    ['no extension', 'plan', pdf(), 'file-kind'],
    ['a name that reads backwards', 'facture\u202efdp.pdf', pdf(), 'file-name'],
    ['a name that adds a header', 'plan.pdf\r\nSet-Cookie: a=b', pdf(), 'file-name'],
    ['a drawing called picture', 'dessin.png', Buffer.from(svg), 'file-content'],
    ['a drawing called photograph', 'dessin.jpg', Buffer.from(`<?xml version="1.0"?>${svg}`), 'file-content'],
    ['a page called document', 'page.pdf', Buffer.from(html), 'file-content'],
    ['a test virus called document', 'virus.pdf', Buffer.from(eicar), 'file-content'],
    ['a program called document', 'setup.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]), 'file-content'],
    ['text called document', 'notes.pdf', Buffer.from('notes %PDF-1.7 %%EOF'), 'file-content'],
    ['a picture called document', 'capture.pdf', capture, 'file-content'],
    ['a document called picture', 'plan.png', pdf(), 'file-content'],
    ['a picture of the other kind', 'photo.png', photo, 'file-content'],
    ['a document of another kind', 'dossier.xlsx', docx, 'file-content'],
    ['a show called presentation', 'dossier.pptx', zip(office('pptx', { types: 'application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml' })), 'file-content'],
    ['an archive called document', 'dossier.docx', zip([{ name: 'word/document.xml', data: 'x' }]), 'file-content'],
    ['a plan called document', 'dossier.docx', zip(office('docx', { types: 'application/vnd.visio.drawing.main+xml' })), 'file-content'],
    ['an open document under this name', 'dossier.docx', zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' }, ...office('docx')]), 'file-content'],
    ['something compressed', 'dossier.docx', gzipSync(docx), 'file-content'],
    ['an older document', 'dossier.docx', compound('WordDocument'), 'file-content'],
    ['a document with a password', 'dossier.docx', compound('EncryptedPackage'), 'file-encrypted'],
    ['an archive with a password', 'dossier.docx', withMore({ name: 'word/secret.xml', data: 'x', flags: 1 }), 'file-encrypted'],
    ['macros by name', 'dossier.docx', withMore({ name: 'word/vbaProject.bin', data: 'x' }), 'file-macros'],
    ['macros by type', 'dossier.docx', zip(office('docx', { types: 'application/vnd.ms-word.document.macroEnabled.main+xml' })), 'file-macros'],
    ['macros under another name', 'dossier.docx', zip(office('docx', { types: `${fileKinds.docx.mediaType}.main+xml"/><Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject` })), 'file-macros'],
    ['macros beside a document', 'dossier.docx', zip(office('docx', { types: `${fileKinds.docx.mediaType}.main+xml"/><Override PartName="/word/b.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml` })), 'file-macros'],
    ['macros of the old kind', 'budget.xlsx', zip(office('xlsx', { more: [{ name: 'xl/macrosheets/sheet1.xml', data: 'x' }] })), 'file-macros'],
    ['a control', 'dossier.docx', withMore({ name: 'word/activeX/activeX1.xml', data: 'x' }), 'file-macros'],
    ['a bomb', 'dossier.docx', withMore({ name: 'word/media/zeros.bin', data: Buffer.alloc(30 * 1024 * 1024) }), 'file-content'],
    ['a bomb in many parts', 'dossier.docx', withMore(...Array.from({ length: 40 }, (_, index) => ({ name: `word/${index}`, data: Buffer.alloc(1024 * 1024) }))), 'file-content'],
    ['a bomb by word alone', 'dossier.docx', withMore({ name: 'word/a', data: 'x', states: 0xfffffff0 }), 'file-content'],
    ['a bomb that packs badly', 'dossier.docx', withMore({ name: 'word/a', packed: Buffer.alloc(11 * 1024 * 1024, 1), states: 0x41000000 }), 'file-content'],
    ['parts that share their bytes', 'dossier.docx', withMore({ name: 'word/a', data: 'x', at: 0 }), 'file-content'],
    ['too many parts', 'dossier.docx', withMore(...Array.from({ length: 4_100 }, (_, index) => ({ name: `word/${index}` }))), 'file-content'],
    ['types that unfold', 'dossier.docx', zip([{ name: '[Content_Types].xml', data: `${fileKinds.docx.mediaType}.main+xml${' '.repeat(2_000_000)}` }]), 'file-content'],
    ['types that unfold more than they say', 'dossier.docx', zip([{ name: '[Content_Types].xml', data: `${fileKinds.docx.mediaType}.main+xml${' '.repeat(2_000_000)}`, states: 500 }]), 'file-content'],
    ['a way out', 'dossier.docx', withMore({ name: '../../etc/cron.d/a', data: 'x' }), 'file-content'],
    ['an absolute way', 'dossier.docx', withMore({ name: '/etc/passwd', data: 'x' }), 'file-content'],
    ['a way out with backslashes', 'dossier.docx', withMore({ name: '..\\..\\a.dll', data: 'x' }), 'file-content'],
    ['a part whose folders are another system’s', 'dossier.docx', withMore({ name: 'word\\media\\a.png', data: 'x' }), 'file-content'],
    ['the same part twice', 'dossier.docx', withMore({ name: 'Word/Document.xml', data: 'x' }), 'file-content'],
    ['a document behind a picture', 'dossier.docx', zip(office('docx'), { before: 'GIF89a' }), 'file-content'],
    ['a part listed nowhere', 'dossier.docx', zip(office('docx'), { before: zip([{ name: 'hidden.exe', data: 'MZ' }]).toString('latin1') }), 'file-content'],
    ['a document with something behind', 'dossier.docx', Buffer.concat([docx, Buffer.from(html)]), 'file-content'],
    ['half an archive', 'dossier.docx', docx.subarray(0, docx.length / 2), 'file-content'],
    ['a document that is an archive too', 'plan.pdf', zip(office('docx'), { before: pdf().toString('latin1') }), 'file-content'],
    ['a document that is a page too', 'plan.pdf', pdf(0, `${html}\n`), 'file-content'],
    ['half a document', 'plan.pdf', pdf(9_000).subarray(0, 5_000), 'file-content'],
    ['a document that begins late', 'plan.pdf', Buffer.concat([Buffer.from('junk\n'), pdf()]), 'file-content'],
    ['a document behind a song', 'plan.pdf', Buffer.concat([Buffer.from('ID3\u0003\0\0\0\0\0\n'), Buffer.alloc(10), pdf()]), 'file-content'],
    ['half a photograph', 'photo.jpg', photo.subarray(0, photo.length / 2), 'file-content'],
    ['half a picture', 'capture.png', capture.subarray(0, capture.length / 2), 'file-content'],
    ['a picture of many pixels in few bytes', 'capture.png', pngHeader(30_000, 30_000), 'file-pixels'],
    ['a picture of no pixels', 'capture.png', pngHeader(0, 10), 'file-content'],
  ]
}
