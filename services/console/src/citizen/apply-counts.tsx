import { Group, NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Body, Posted } from './draft.ts'

type Counts = Body['counts']
type Shown = {
  fees: Posted['fees']
  counts: Counts
  wrong: ReadonlyMap<string, string>
  onChange: (counts: Counts) => void
}

/** What fees are counted by, where some are: so many copies of so many pages. */
export const ApplyCounts = ({ fees, counts, wrong, onChange }: Shown) => {
  const { t } = useTranslation()
  const counted = fees.filter(({ per }) => per !== 'dossier')
  if (counted.length === 0) return null
  const [count = { pages: 1, copies: 1 }] = counts
  const asked = counted.some(({ per }) => per === 'page') ? (['copies', 'pages'] as const) : (['copies'] as const)
  return (
    <Group align="start" id="counts" tabIndex={-1}>
      {asked.map((what) => (
        <NumberInput
          key={what}
          label={t(`apply.${what}`)}
          min={1}
          max={10_000}
          allowDecimal={false}
          w={160}
          error={what === 'copies' ? wrong.get('#/body/counts') : undefined}
          value={counts.length === 0 ? '' : count[what]}
          onChange={(given) => onChange(given === '' ? [] : [{ ...count, [what]: Number(given) }])}
        />
      ))}
    </Group>
  )
}
