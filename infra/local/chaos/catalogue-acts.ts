import type { People } from '../story/people.ts'

/** Something for the catalogue to write and tell: a day off so late in the year that no dossier here counts it. */
export const catalogueActs = async (people: People, nth: number) => {
  const control = people('officer:gia-lai.procedure-control')
  const day = new Date(Date.UTC(2021, 9, 4 + 7 * nth)).toISOString().slice(0, 10) // Mondays from October on
  const notice = {
    id: `fx.nghi-${day}`,
    layer: { is: 'nation' },
    document: { number: '1/TB', confidence: 'fx' },
    about: 'Ngày nghỉ mẫu',
    knownSince: '2021-03-15',
    off: [{ day, why: 'swap', name: 'Nghỉ mẫu' }],
    worked: [],
  }
  for (const [path, body] of [
    ['/notices', notice],
    [`/notices/${notice.id}/publish`, {}],
  ] as const) {
    const answer = await control.post('catalogue', path, body)
    if (answer.status >= 300) throw new Error(`The catalogue refused: ${answer.status} ${JSON.stringify(answer.body)}`)
  }
}
