import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { acceptedFiles, faultOfSize, fileFaults, fileKinds, fileLimits, isCleared, kindOfName, scanStates } from '#lib/domain/file.ts'
import { cleanFileName } from '#lib/domain/file-name.ts'
import { videoLink } from '#lib/domain/video-link.ts'
import { loadMessages } from '#lib/i18n/messages.ts'

describe('a file name', () => {
  it.each([
    ['plan.pdf', 'plan.pdf'],
    ['  Étude d’impact (v2).DOCX ', 'Étude d’impact (v2).DOCX'],
    ['C:\\fakepath\\budget.xlsx', 'budget.xlsx'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['..\\..\\boot.ini.pdf', 'boot.ini.pdf'],
    ['e\u0301quipe.png', 'équipe.png'],
    ['دراسة.pdf', 'دراسة.pdf'],
    ['\u200fדוח.pdf', '\u200fדוח.pdf'],
    ['👩‍👩‍👧 équipe.jpeg', '👩‍👩‍👧 équipe.jpeg'],
    ['Capture 2026-11-24 à 10\u202f32.png', 'Capture 2026-11-24 à 10\u202f32.png'],
    ['<img src=x onerror=alert(1)>.pdf', '<img src=x onerror=alert(1)>.pdf'],
    ['plan   .pdf', 'plan.pdf'],
    ['a;b="c".pdf', 'a;b="c".pdf'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(cleanFileName(typed)).toBe(kept)
  })

  it.each([
    '', ' ', '.pdf', '..', '../', '...pdf', '\u200b.pdf', '\u0301.pdf', 'plan.pdf\r\nX-Evil: 1', 'plan\n.pdf', 'plan.pdf\n', 'pl\u0000an.pdf', 'plan.pdf\u0000.exe', 'plan\u007f.pdf',
    'facture\u202efdp.exe', '\u202dplan.pdf', 'a\u2067b.pdf', 'a\u2029b.pdf', '\ufeffplan.pdf', 'plan\ud83d.pdf', 'a\uffffb.pdf', `${'a/'.repeat(3_000)}plan.pdf`, `plan.${'x'.repeat(200)}`,
  ])('%j is refused', (typed) => {
    expect(cleanFileName(typed)).toBeUndefined()
  })

  it('loses the end of its middle when too long, never its extension or half a grapheme', () => {
    expect(cleanFileName(`${'a'.repeat(300)}.pptx`)).toBe(`${'a'.repeat(114)}….pptx`)
    expect(cleanFileName(`${'a'.repeat(116)}.pdf`)).toBe(`${'a'.repeat(116)}.pdf`)
    expect(cleanFileName(`${'a'.repeat(111)}👩‍👩‍👧.pdf`)).toBe(`${'a'.repeat(111)}….pdf`)
    expect(cleanFileName(`a${'\u0301'.repeat(200)}.pdf`)).toBeUndefined()
  })

  it('once kept is never changed again, fits, and neither deceives nor holds a folder', () => {
    const typed = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }))
    fc.assert(fc.property(typed, fc.constantFrom('.pdf', '.JPG', '', '.exe', '. pdf'), (base, extension) => {
      const kept = cleanFileName(base + extension)
      if (kept === undefined) return
      expect(cleanFileName(kept)).toBe(kept)
      expect(kept.length).toBeLessThanOrEqual(fileLimits.nameLength)
      expect(kept).not.toMatch(/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      expect([kept.isWellFormed(), kept === kept.normalize('NFC'), kept === kept.trim()]).toEqual([true, true, true])
      expect(kindOfName(kept)).toBe(extension === '.pdf' ? 'pdf' : extension === '.JPG' ? 'jpeg' : kindOfName(base + extension))
    }), { numRuns: 2_000 })
  })

  it('says its kind by the last extension alone', () => {
    expect(['a.pdf', 'a.PDF', 'a.exe.docx', 'a.jpg', 'a.JPEG', 'a.png', 'a.xlsx', 'a.pptx'].map(kindOfName)).toEqual(['pdf', 'pdf', 'docx', 'jpeg', 'jpeg', 'png', 'xlsx', 'pptx'])
    for (const name of ['a', 'a.', 'pdf', 'a.pdf.exe', 'a.docm', 'a.doc', 'a.svg', 'a.html', 'a.zip', 'a.pdf ', 'a.рdf', 'a.constructor', 'a.mp4']) expect(kindOfName(name)).toBeUndefined()
  })

  it('belongs to a kind the file chooser offers', () => {
    expect(acceptedFiles).toBe('.pdf,.docx,.xlsx,.pptx,.png,.jpg,.jpeg')
    for (const [kind, { extensions }] of Object.entries(fileKinds)) for (const extension of extensions) expect(kindOfName(`a.${extension}`)).toBe(kind)
  })
})

describe('room for files', () => {
  const MB = 1024 * 1024

  it('is said to the byte', () => {
    expect([faultOfSize(0), faultOfSize(1), faultOfSize(20 * MB), faultOfSize(20 * MB + 1)]).toEqual(['file-empty', undefined, undefined, 'file-too-large'])
    expect([faultOfSize(20 * MB, { count: 4, bytes: 80 * MB }), faultOfSize(20 * MB, { count: 4, bytes: 80 * MB + 1 })]).toEqual([undefined, 'files-too-large'])
    expect([faultOfSize(1, { count: 29, bytes: 0 }), faultOfSize(1, { count: 30, bytes: 0 })]).toEqual([undefined, 'too-many-files'])
  })

  it('is never passed by files that were let in one after the other', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 25 * MB }), { maxLength: 60 }), (sizes) => {
      const held = { count: 0, bytes: 0 }
      for (const size of sizes.filter((bytes) => faultOfSize(bytes, held) === undefined)) {
        if (faultOfSize(size, held) !== undefined) continue
        held.count += 1
        held.bytes += size
      }
      expect(held.count).toBeLessThanOrEqual(fileLimits.count)
      expect(held.bytes).toBeLessThanOrEqual(fileLimits.bytesInAll)
    }))
  })
})

test.each(['fr', 'en'] as const)('every reason why a file or a link is not taken has its sentence (%s)', (locale) => {
  expect(Object.keys(loadMessages(locale).file.faults).toSorted()).toEqual([...fileFaults, 'video-link'].toSorted())
})

test('others open a file once a scanner cleared it, or where there is none', () => {
  expect(scanStates.filter(isCleared)).toEqual(['none', 'safe'])
})

describe('a video link', () => {
  it.each([
    ['https://video.example.fr/watch?v=1#t=3', 'https://video.example.fr/watch?v=1#t=3'],
    ['  https://Vidéo.example/été ', 'https://xn--vido-dpa.example/%C3%A9t%C3%A9'],
    ['HTTPS://example.fr', 'https://example.fr/'],
    ['https://media.hopital.example.:8443/a', 'https://media.hopital.example.:8443/a'],
  ])('%j is %j', (typed, kept) => {
    expect(videoLink.parse(typed)).toBe(kept)
  })

  it.each([
    'http://example.fr/a', '//example.fr/a', 'example.fr/a', 'ftp://example.fr', 'javascript:alert(1)//https://example.fr', 'https:example.fr', 'https:/example.fr', 'https:\\\\example.fr', 'https://example.fr\\@evil.example',
    'https://user:secret@example.fr/', 'https://user@example.fr', 'https://:secret@example.fr', 'https://example.fr/a b', 'https://exam\nple.fr', 'https://example.fr/\u202ea', 'https://example.fr/\u0000',
    'https://localhost/a', 'https://localhost./a', 'https://a.localhost', 'https://nas.local', 'https://intranet', 'https://wiki.internal', 'https://a.home.arpa', 'https://a.lan', 'https://a.onion', 'https://a.test',
    'https://127.0.0.1', 'https://0x7f000001', 'https://2130706433', 'https://0177.0.0.1', 'https://10.0.0.1', 'https://169.254.169.254/latest', 'https://[::1]/', 'https://[::ffff:127.0.0.1]/', 'https://127.1', 'https://１２７.0.0.1', 'https://8.8.8.8',
    'https://', 'https:///a', 'https://?a', 'https://exa_mple', 'https://-a.fr', 'https://a..fr', 'https://a.f', 'https://a.12',
  ])('%j is none', (typed) => {
    expect(videoLink.safeParse(typed).error?.issues.map((issue) => (issue as { params?: { code?: string } }).params?.code)).toEqual(['video-link'])
  })

  it('has 500 characters at most, also once written as an address', () => {
    const of = (length: number) => `https://example.fr/${'a'.repeat(length - 19)}`
    expect(videoLink.parse(of(500))).toHaveLength(500)
    expect(videoLink.safeParse(of(501)).error?.issues[0]?.code).toBe('too_big')
    expect(videoLink.safeParse(`https://example.fr/${'é'.repeat(200)}`).success).toBe(false)
    expect(videoLink.safeParse('').error?.issues[0]?.code).toBe('too_small')
  })

  it('parsed is an https address that parses to itself', () => {
    fc.assert(fc.property(fc.oneof(fc.webUrl({ validSchemes: ['https', 'http'], withFragments: true, withQueryParameters: true }), fc.string()), (typed) => {
      const { success, data } = videoLink.safeParse(typed)
      if (!success) return
      expect(new URL(data)).toMatchObject({ protocol: 'https:', username: '', password: '', href: data })
      expect(videoLink.parse(data)).toBe(data)
    }), { numRuns: 1_000 })
  })
})
