// Keeps one page per language, with its style and typefaces, for when the portal cannot be reached. Never keeps any
// other page: what is on them may be private, or out of date.
const store = 'offline-1'
const pages = ['/fr/offline', '/en/offline']

async function keep(page) {
  const kept = await caches.open(store)
  const answer = await fetch(page, { credentials: 'omit', cache: 'reload' })
  if (!answer.ok) return
  const html = await answer.clone().text()
  const named = `${answer.headers.get('link')} ${html}`
  const files = [...named.matchAll(/[<"](\/_next\/static\/[^">]+\.(?:css|woff2)[^">]*)[">]/g)].map(([, file]) => file)
  await kept.put(page, answer)
  await kept.addAll([...new Set(files)])
}

async function go(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request))
  } catch {
    const page = new URL(event.request.url).pathname.startsWith('/en') ? pages[1] : pages[0]
    return (await caches.match(page)) ?? Response.error()
  }
}

addEventListener('install', (event) => event.waitUntil(Promise.all(pages.map(keep)).then(() => skipWaiting())))
addEventListener('activate', (event) => event.waitUntil(registration.navigationPreload?.enable()))
addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate' && event.request.method === 'GET') event.respondWith(go(event))
  else if (!navigator.onLine && new URL(event.request.url).pathname.startsWith('/_next/static/')) {
    event.respondWith(caches.match(event.request).then((kept) => kept ?? Response.error()))
  }
})
