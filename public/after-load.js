// What can wait until the page has loaded and its own scripts are done: typefaces the front held back from a first visit
// (see private-page.ts) and, well after, the offline page. Nothing else depends on either.
addEventListener('load', () => {
  const draw = () => document.documentElement.removeAttribute('data-typefaces')
  if ('requestIdleCallback' in window) requestIdleCallback(draw, { timeout: 1_500 })
  else setTimeout(draw, 300)
  if ('serviceWorker' in navigator) setTimeout(() => navigator.serviceWorker.register('/offline-worker.js').catch(() => {}), 3_000)
})
