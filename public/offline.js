// Keeps the offline page at hand; nothing else depends on it.
if ('serviceWorker' in navigator) addEventListener('load', () => navigator.serviceWorker.register('/offline-worker.js').catch(() => {}))
