import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '../frame/api.ts'
import { proofsKept } from './kept-proofs.ts'
import { keepScan, scansKept } from './kept-scans.ts'
import { sendScans } from './send-scans.ts'
import type { KeptProof, KeptScan } from './shelves.ts'

const none: KeptScan[] = []
const noProofs: KeptProof[] = []
/** What shows a delivery or an attempt, as drawn and taken. */
export type Pictures = Partial<Record<KeptProof['kind'], string>>
const againEveryMs = 60_000

/** The scans this phone keeps, and their sending: at once, when the network is back, when the page is looked at, each minute. */
export const useScans = ({ by, isSignedIn }: { by: string; isSignedIn: boolean }) => {
  const queries = useQueryClient()
  const [trouble, setTrouble] = useState<Problem | null>(null)
  const { data: scans = none } = useQuery({
    queryKey: ['courier', 'scans'],
    networkMode: 'always',
    queryFn: scansKept,
  })
  const { data: proofs = noProofs } = useQuery({
    queryKey: ['courier', 'proofs'],
    networkMode: 'always',
    queryFn: proofsKept,
  })
  const shown = useCallback(() => queries.invalidateQueries({ queryKey: ['courier'] }), [queries])
  const send = useCallback(async () => {
    if (!navigator.onLine) return
    // Opened without a network, the page knows nobody yet: it asks again, and sends once it knows.
    if (!isSignedIn) return queries.invalidateQueries()
    setTrouble(await sendScans(by))
    await shown()
  }, [by, isSignedIn, queries, shown])

  useEffect(() => {
    const go = () => void send()
    go()
    window.addEventListener('online', go)
    window.addEventListener('focus', go)
    const timer = setInterval(go, againEveryMs)
    return () => {
      window.removeEventListener('online', go)
      window.removeEventListener('focus', go)
      clearInterval(timer)
    }
  }, [send])

  const add = async (scan: Pick<KeptScan, 'parcel' | 'step' | 'detail'>, pictures: Pictures = {}) => {
    const made: KeptScan = {
      ...scan,
      id: crypto.randomUUID(),
      by,
      happenedAt: new Date().toISOString(),
      state: 'waiting',
    }
    const { id, parcel, happenedAt: takenAt } = made
    const taken = (['signature', 'photo'] as const).flatMap((kind): KeptProof[] => {
      const content = pictures[kind]
      return content === undefined ? [] : [{ id: `${id}:${kind}`, scan: id, kind, by, parcel, takenAt, content }]
    })
    const answer = await keepScan(made, taken)
    await shown()
    void send()
    return answer
  }
  return {
    scans: scans.filter((scan) => scan.by === by),
    proofs: proofs.filter((proof) => proof.by === by),
    foreign: scans.filter((s) => s.by !== by),
    trouble,
    send,
    add,
    shown,
  }
}
