import { createHash } from 'node:crypto'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { RememberedPages } from '#lib/launch/remembered-pages.ts'
import { askForPage, impressionOf, madeOfAnswers, notForKeeping, whileMaking } from '#lib/server/making.ts'

const noon = new Date('2026-05-12T10:00:00Z')
const seconds = (count: number) => new Date(noon.getTime() + count * 1_000)

describe('what an answer can change on a page', () => {
  const same = (a: unknown, b: unknown, [at, again] = [noon, noon]) => impressionOf({ answer: a, at }) === impressionOf({ answer: b, at: again })

  it('is everything in it but the time it was given', () => {
    const file = { now: noon, title: 'Relais', files: [{ id: 1, scan: 'pending' }], seen: undefined }
    expect(same(file, { ...file, now: seconds(1) }, [noon, seconds(1)])).toBe(true)
    expect(same(file, { ...file, title: 'Relais ' })).toBe(false)
    expect(same(file, { ...file, files: [{ id: 1, scan: 'safe' }] })).toBe(false)
    expect(same(file, { ...file, seen: null })).toBe(false)
    for (const [a, b] of [[null, {}], [1, 2], ['a', 'b'], [[1], [2]], [true, false], [[], {}], [{ 0: 1 }, [1]]]) expect([a, b, same(a, b)]).toEqual([a, b, false])
    expect(same({ share: 0.5 + 0.5 }, JSON.parse('{"share":1}'))).toBe(true)
    for (const untold of [new Map([[1, 2]]), [undefined], Number.NaN, { of: new Set() }, { words: () => 'x' }, 1n]) expect([untold, impressionOf({ answer: untold, at: noon })]).toEqual([untold, null])
  })

  it('is of time the day in Paris, and to the second which of its instants have come and are past', () => {
    const call = { closesAt: noon, opens: [{ at: seconds(-60) }] }
    expect(same(call, call, [seconds(-50), seconds(-1)])).toBe(true)
    expect(same(call, call, [seconds(-0.001), seconds(0)])).toBe(false)
    expect(same(call, call, [seconds(0), seconds(0.999)])).toBe(true)
    expect(same(call, call, [seconds(0.999), seconds(1)])).toBe(false)
    expect(same({}, {}, [new Date('2026-05-12T21:59:59Z'), new Date('2026-05-12T22:00:00Z')])).toBe(false)
  })
})

/** A front with one page, made of the answer to one question asked as the cookie's session. */
function portal() {
  const remembered = new RememberedPages()
  const world = { title: 'Relais', refused: false, asked: 0, made: 0, declares: true, does: false, headers: {}, status: 200 }
  async function get(cookie = 'portal.session=a', headers: Record<string, string> = {}, url = '/fr/applications/1') {
    const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url, headers: { cookie, 'x-portal-arrived': '0', ...headers } })
    const known = await remembered.answer(request)
    if (known.page) return { body: known.page.body.toString('utf8'), headers: known.page.headers, bytes: known.page.body }
    world.made += 1
    const nonce = `NONCE${world.made}`
    const body = await whileMaking(known.making, async () => {
      await askForPage('session.resume', { personId: cookie }, {}, async () => ({ answer: { cookie }, at: noon }))
      const file = await askForPage('application.show', { personId: cookie }, {}, async () => {
        world.asked += 1
        if (world.refused) throw new Error('not-found')
        return { answer: { title: world.title }, at: noon }
      }).catch(() => null)
      if (world.does) notForKeeping()
      if (world.declares) madeOfAnswers()
      return `<html ><p>${file?.title ?? 'nothing'} of ${cookie}</p><script nonce="${nonce}">wake("${nonce}")</script><script>evil()</script>${' '.repeat(1_000)}</html>`
    })
    const page = { status: world.status, headers: { 'content-type': 'text/html', ...world.headers }, body: Buffer.from(body) }
    remembered.keep(request, known.making, page, nonce)
    return { body, headers: page.headers as Record<string, unknown>, bytes: page.body }
  }
  return { world, get }
}

describe('a page of somebody', () => {
  afterEach(() => void vi.useRealTimers())

  it('is made once, asked for each time, and sent again without the nonce it was made with', async () => {
    const { world, get } = portal()
    await get()
    const { body, headers } = await get()
    expect(world).toMatchObject({ made: 1, asked: 2 })
    expect(body).toContain('<p>Relais of portal.session=a</p><script>wake("")</script><script>evil()</script>')
    const hashes = String(headers['content-security-policy']).match(/'sha256-[^']+'/g)
    expect(hashes).toEqual([`'sha256-${createHash('sha256').update('wake("")').digest('base64')}'`])
    expect(body + headers['content-security-policy']).not.toContain('NONCE')
    expect(brotliDecompressSync((await get('portal.session=a', { 'accept-encoding': 'br' })).bytes).toString('utf8')).toBe(body)
  })

  it('is made anew when an answer is another, of what was just asked', async () => {
    const { world, get } = portal()
    await get()
    world.title = 'Passage'
    expect((await get()).body).toContain('Passage')
    expect(world).toMatchObject({ made: 2, asked: 2 })
    world.title = 'Relais'
    expect((await get()).body).toContain('Relais')
    expect(world.made).toBe(3)
  })

  it('is made anew when a question is refused now, and the page says so', async () => {
    const { world, get } = portal()
    await get()
    world.refused = true
    expect((await get()).body).toContain('nothing')
    expect(world.made).toBe(2)
  })

  it('is nobody else’s: other cookies, other addresses and first visits are made for themselves', async () => {
    const { world, get } = portal()
    await get()
    expect((await get('portal.session=b')).body).toContain('of portal.session=b')
    await get('portal.session=a; portal.scoring-aside=1')
    await get('portal.session=a', {}, '/en/applications/1')
    await get('portal.session=a', { 'sec-fetch-site': 'none' })
    expect(world.made).toBe(5)
  })

  it.each([
    ['that does not say what it is made of', { declares: false }],
    ['that did or asked anything else', { does: true }],
    ['that sets a cookie', { headers: { 'set-cookie': ['a=1'] } }],
    ['that is not there', { status: 404 }],
  ])('%s is made each time', async (_which, changes) => {
    const { world, get } = portal()
    Object.assign(world, changes)
    await get()
    await get()
    expect(world.made).toBe(2)
  })

  it('is forgotten a quarter of an hour after it was last asked for', async () => {
    vi.useFakeTimers()
    const { world, get } = portal()
    await get()
    vi.advanceTimersByTime(14 * 60_000)
    await get()
    vi.advanceTimersByTime(14 * 60_000)
    await get()
    expect(world.made).toBe(1)
    vi.advanceTimersByTime(16 * 60_000)
    await get()
    expect(world.made).toBe(2)
  })

  it('makes room for others', async () => {
    const { world, get } = portal()
    await get()
    for (let index = 0; index < 400; index += 1) await get(`portal.session=${index + 1_000}`)
    await get()
    expect(world.made).toBe(402)
  })
})
