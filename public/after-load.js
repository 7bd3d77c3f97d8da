// What can wait until the page has loaded and its own scripts are done: typefaces the front held back from a first visit
// (see private-page.ts) and, well after, the offline page. Nothing else depends on either.
// Where the page has scripts, they are still on their way now: a browser's first calendar takes it long, and they all need one.
if (document.querySelector('script[src^="/_next/"]')) new Date().toLocaleTimeString('en-GB', { timeZone: 'Europe/Paris', calendar: 'iso8601', hour: '2-digit' })
const pause = 1_000
let lastKey = -pause
addEventListener('keydown', () => (lastKey = performance.now()), { capture: true, passive: true })
addEventListener('load', () => {
  // A page is laid out anew with its typefaces: no key waits for that.
  const draw = () => (performance.now() - lastKey < pause ? setTimeout(draw, pause) : document.documentElement.removeAttribute('data-typefaces'))
  if ('requestIdleCallback' in window) requestIdleCallback(draw, { timeout: 1_500 })
  else setTimeout(draw, 300)
  if ('serviceWorker' in navigator) setTimeout(() => navigator.serviceWorker.register('/offline-worker.js').catch(() => {}), 3_000)
})
