import { useState } from 'react'

/** What a leader opened on this page, and what of it is chosen to be signed. */
export const useSeenFirst = () => {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  return {
    seen,
    chosen,
    see: (id: string) => setSeen((before) => new Set([...before, id])),
    choose: (id: string, to: boolean) =>
      setChosen((before) => new Set(to ? [...before, id] : [...before].filter((one) => one !== id))),
    none: () => setChosen(new Set()),
  }
}
