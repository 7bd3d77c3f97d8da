import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { PageCache, publicRooms } from '#lib/launch/page-cache.ts'
import { hashScripts, withoutFramework } from '#lib/launch/page-scripts.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')

describe('hashScripts', () => {
  it('hashes only inline scripts that carry the nonce, and leaves no trace of it', () => {
    const page = '<script nonce="N0NCE">a("N0NCE")</script><script>evil()</script><script src="/x.js" nonce="N0NCE"></script><p>N0NCE</p>'
    expect(hashScripts(page, 'N0NCE')).toEqual({
      html: '<script>a("")</script><script>evil()</script><script src="/x.js"></script><p></p>',
      hashes: [sha256('a("")')],
    })
  })
})

describe('withoutFramework', () => {
  const page =
    '<link rel="preload" as="script" href="/_next/a.js"/><link rel="preload" href="/_next/f.woff2" as="font"/><script src="/_next/a.js" async=""></script>' +
    '<script nonce="N0NCE">wake()</script><script src="/after-load.js" async=""></script><script>not ours</script><p>text</p>'

  it('leaves out what Next would wake up with, and nothing else', () => {
    expect(withoutFramework(page, 'N0NCE')).toBe(
      '<link rel="preload" href="/_next/f.woff2" as="font"/><script src="/after-load.js" async=""></script><script>not ours</script><p>text</p>',
    )
  })

  it('leaves a page that needs its scripts as it is', () => {
    const live = `${page}<div data-needs-script=""></div>`
    expect(withoutFramework(live, 'N0NCE')).toBe(live)
  })
})

describe('publicRooms', () => {
  it('names exactly the rooms under app/[locale]/(public)', () => {
    const folders = readdirSync('app/[locale]/(public)', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect([...publicRooms].filter(Boolean).sort()).toEqual(folders.map(({ name }) => name).sort())
  })
})

describe('PageCache', () => {
  const servers: ReturnType<typeof createServer>[] = []
  afterEach(() => servers.splice(0).forEach((server) => server.close()))

  async function front(render: (cookie: string | undefined, signedIn: string | undefined) => { status?: number; body: string }) {
    let renders = 0
    const cache = new PageCache(async (request, response) => {
      renders += 1
      const { status = 200, body } = render(request.headers.cookie, request.headers['x-portal-signed-in'] as string)
      response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Set-Cookie': 'leak=1' })
      response.end(body)
    })
    const listener: RequestListener = (request, response) => void cache.answer(request, response)
    const server = createServer(listener).listen(0, '127.0.0.1')
    servers.push(server)
    await new Promise((resolve) => server.once('listening', resolve))
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cache, renders: () => renders }
  }

  it('renders as nobody, once, for everybody', async () => {
    const seen: unknown[] = []
    const { url, renders } = await front((cookie, signedIn) => {
      seen.push([cookie, signedIn])
      return { body: '<p>public</p>' }
    })
    const first = await fetch(`${url}/fr`, { headers: { cookie: 'portal.session=secret' } })
    const second = await fetch(`${url}/fr`, { headers: { cookie: 'portal.session=other' } })
    const third = await fetch(`${url}/fr`)
    expect([await first.text(), await second.text(), await third.text()]).toEqual(Array(3).fill('<p>public</p>'))
    expect(seen).toEqual([[undefined, '1'], [undefined, '0']])
    expect(renders()).toBe(2)
    expect(first.headers.get('set-cookie')).toBeNull()
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect(third.headers.get('cache-control')).toBe('public, no-cache')
  })

  it('answers 304 to who has the page, and renders again once cleared', async () => {
    let version = 1
    const { url, cache, renders } = await front(() => ({ body: `<p>${version}</p>` }))
    const etag = (await fetch(url)).headers.get('etag') as string
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304)
    version = 2
    expect(await (await fetch(url)).text()).toBe('<p>1</p>')
    cache.clear()
    expect(await (await fetch(url)).text()).toBe('<p>2</p>')
    expect(renders()).toBe(2)
  })

  it('does not keep a failure', async () => {
    let status = 503
    const { url } = await front(() => ({ status, body: 'x' }))
    expect((await fetch(url)).status).toBe(503)
    status = 200
    expect((await fetch(url)).status).toBe(200)
  })
})
