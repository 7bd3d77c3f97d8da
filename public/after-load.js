// What can wait until the page has loaded: typefaces the front held back from a page's first visit (see private-page.ts),
// and, well after, the offline page. Nothing else depends on either.
addEventListener('load', () => {
  document.documentElement.removeAttribute('data-typefaces')
  if ('serviceWorker' in navigator) setTimeout(() => navigator.serviceWorker.register('/offline-worker.js').catch(() => {}), 3_000)
})
