// Kept for days without a network: the courier's page and what it needs. Names of files tell their content, so a kept file is
// never stale; a new version of the page is kept whole before it takes the old one's place.
const files = __FILES__
const shelf = 'buu-ta-__VERSION__'
const page = '/buu-ta'

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(shelf).then((cache) => cache.addAll([page, ...files])))
})
self.addEventListener('activate', (event) => {
  const clean = async () => {
    for (const name of await caches.keys()) if (name.startsWith('buu-ta-') && name !== shelf) await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(clean())
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  const wanted = request.mode === 'navigate' && pathname === page ? page : pathname
  if (wanted !== page && !pathname.startsWith('/assets/') && !pathname.startsWith('/buu-ta/')) return
  if (pathname === '/buu-ta/sw.js') return
  event.respondWith(caches.match(wanted).then((kept) => kept ?? fetch(request)))
})
