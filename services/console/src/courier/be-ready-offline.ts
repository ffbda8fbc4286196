/** Lets the phone keep this page and what it needs, and offer to install it; asks it not to throw the scans away. */
export const beReadyOffline = (): void => {
  if (document.querySelector('link[rel="manifest"]') === null) {
    const link = document.createElement('link')
    link.rel = 'manifest'
    link.href = '/buu-ta/manifest.webmanifest'
    document.head.append(link)
  }
  // Without it the page works as long as there is a network; scans are kept all the same.
  navigator.serviceWorker?.register('/buu-ta/sw.js', { scope: '/buu-ta' }).catch(() => undefined)
  void navigator.storage?.persist?.()
}
