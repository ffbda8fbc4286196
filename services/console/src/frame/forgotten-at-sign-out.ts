/** The shelf of the browser on which a courier's page keeps names and addresses of the day. */
export const doorAddresses = 'buu-ta-dia-chi'

const longestMs = 1_000

/** Erases what a phone may not keep of other people once its session is over. What waits to be sent is no part of it. */
export const forgetPeople = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, longestMs) // nobody is kept from signing out
    const erased = window.indexedDB.deleteDatabase(doorAddresses)
    erased.addEventListener('success', () => resolve())
    erased.addEventListener('error', () => resolve())
  })
