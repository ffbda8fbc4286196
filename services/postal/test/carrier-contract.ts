import { OrganisationCode } from '@dossier/contracts/organisation'
import { ParcelCode } from '@dossier/contracts/parcel'
import { Transient } from '@dossier/platform/transient'
import { expect, test } from 'vitest'
import type { Carrier } from '../src/carriers/carrier.ts'

/** A carrier under test, and how to make things happen there; `down` is absent where nothing can be down. */
export type Bench = {
  carrier: Carrier
  /** A parcel that can be ordered. */
  parcel: () => Promise<string>
  take: (parcel: string) => Promise<unknown>
  deliver: (parcel: string) => Promise<unknown>
  down?: (isDown: boolean) => Promise<unknown>
}

/** What every carrier keeps to, whoever it is. */
export const keepsContract = (bench: () => Bench) => {
  const orderOf = async () => ({
    parcel: ParcelCode.parse(await bench().parcel()),
    from: OrganisationCode.parse('H21.08.05.01'),
    to: { name: 'Nguyễn Thị Bưởi', phone: '0912 345 678', address: 'Làng Ograng' },
  })
  const ordered = async () => {
    const order = await orderOf()
    const answer = await bench().carrier.order(order)
    if ('refused' in answer) throw new Error(answer.refused)
    return { parcel: order.parcel, ...answer, again: () => bench().carrier.order(order) }
  }

  test('a parcel ordered twice is one parcel', async () => {
    const { trackingCode, again } = await ordered()
    expect(await again()).toEqual({ trackingCode })
  })

  test('two parcels are two', async () => {
    expect((await ordered()).trackingCode).not.toBe((await ordered()).trackingCode)
  })

  test('its history is told oldest first, the same whenever it is asked for', async () => {
    const { parcel, trackingCode } = await ordered()
    await bench().take(parcel)
    await bench().deliver(parcel)
    const history = (await bench().carrier.history(trackingCode)) ?? []
    const times = history.map(({ at }) => at)
    expect(times.length).toBeGreaterThanOrEqual(2)
    expect(times).toEqual(times.toSorted((a, b) => (a < b ? -1 : 1)))
    expect(await bench().carrier.history(trackingCode)).toEqual(history)
    expect(history.every((one) => one.trackingCode === trackingCode)).toBe(true)
  })

  test('of a code it does not know it says that it does not', async () => {
    expect(await bench().carrier.history('EE000000005VN')).toBeUndefined()
  })

  test('a delivery is shown with who took it and what was checked; before it there is nothing to show', async () => {
    const { parcel, trackingCode } = await ordered()
    await bench().take(parcel)
    expect(await bench().carrier.proof(trackingCode)).toBeUndefined()
    await bench().deliver(parcel)
    expect(await bench().carrier.proof(trackingCode)).toMatchObject({
      to: 'applicant',
      identityChecked: true,
      signed: true,
    })
  })

  test('an order is taken back before the parcel is taken over, and not after', async () => {
    const early = await ordered()
    expect(await bench().carrier.cancel(early.trackingCode)).toBe('cancelled')
    const late = await ordered()
    await bench().take(late.parcel)
    expect(await bench().carrier.cancel(late.trackingCode)).toBe('too-late')
  })

  test('while it is out of reach it may be asked again', async () => {
    const { down, carrier } = bench()
    if (down === undefined) return
    const order = await orderOf()
    await down(true)
    await expect(carrier.order(order)).rejects.toThrow(Transient)
    await expect(carrier.history('EE000000005VN')).rejects.toThrow(Transient)
    await down(false)
    expect(await carrier.order(order)).toHaveProperty('trackingCode')
  })
}
