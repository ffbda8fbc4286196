import { type DBSchema, openDB } from 'idb'
import { doorAddresses } from '../frame/forgotten-at-sign-out.ts'

/** To whom and where a parcel goes. */
export type Address = { parcel: string; name: string; phone: string; address: string }
interface Shelf extends DBSchema {
  address: { key: string; value: Address & { by: string; day: string } }
}

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10) // by the clock of Vietnam

// Opened for each use, so that signing out can throw the whole of it away at once.
const onShelf = async <T>(use: (db: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> => {
  const db = await open()
  try {
    return await use(db)
  } finally {
    db.close()
  }
}
const open = () =>
  openDB<Shelf>(doorAddresses, 1, { upgrade: (db) => void db.createObjectStore('address', { keyPath: 'parcel' }) })

/** Keeps the addresses of today's round, for this courier and this day. */
export const keepAddresses = (by: string, addresses: readonly Address[]): Promise<void> =>
  onShelf(async (db) => {
    const tx = db.transaction('address', 'readwrite')
    await tx.store.clear()
    for (const one of addresses) await tx.store.put({ ...one, by, day: today() })
    await tx.done
  })

/** The addresses of this courier's round today; those of another day or another person are erased on the way. */
export const addressesKept = (by: string): Promise<Address[]> =>
  onShelf(async (db) => {
    const tx = db.transaction('address', 'readwrite')
    const all = await tx.store.getAll()
    const isOfToday = (one: (typeof all)[number]) => one.by === by && one.day === today()
    for (const one of all) if (!isOfToday(one)) await tx.store.delete(one.parcel)
    await tx.done
    return all.filter(isOfToday)
  })
