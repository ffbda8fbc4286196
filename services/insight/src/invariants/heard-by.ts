import type { Owner, Snapshot } from '../snapshot.ts'

const positions = 'select key as id, seq from inbox where consumer = $1'
const letters = `select dossier_id || ' ' || seq || ' ' || kind as key, state from letter`

/** How far a consumer has heard each key. */
export const heardBy = async (snapshot: Snapshot, owner: Owner, consumer: string): Promise<Map<string, number>> => {
  const rows = await snapshot.ask<{ id: string; seq: number }>(owner, positions, [consumer])
  return new Map(rows.map(({ id, seq }) => [id, seq]))
}

/** The state of every letter, by dossier, line and kind. */
export const lettersOf = async (snapshot: Snapshot): Promise<Map<string, string>> => {
  const rows = await snapshot.ask<{ key: string; state: string }>('notifications', letters)
  return new Map(rows.map(({ key, state }) => [key, state]))
}
