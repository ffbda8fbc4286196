import { Anchor, Stack, Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { components } from '../clients/casework.d.ts'
import { day } from '../frame/moments.ts'
import { useNames } from '../frame/names.ts'
import { WideTable } from '../frame/wide-table.tsx'

export type WhatIf = components['schemas']['WhatIf']
type Moved = WhatIf['moved'][number]
const mostShown = 100

/** The sums of what a notice would do. */
export const sumsOf = ({ agencies, moved }: WhatIf) => {
  const sum = (of: (one: WhatIf['agencies'][number]) => number) => agencies.reduce((total, one) => total + of(one), 0)
  return {
    count: sum((one) => one.moved),
    late: sum(({ becomeLate }) => becomeLate),
    onTime: sum(({ becomeOnTime }) => becomeOnTime),
    kept: moved.filter(({ promised }) => promised !== null).length,
  }
}

/** Which dossiers would move, from when to when, by agency; which become late, and which promises stand. */
export const WhatIfShown = ({ found }: { found: WhatIf }) => {
  const { t } = useTranslation()
  const names = useNames()
  const { looked, agencies, moved, more } = found
  const sums = sumsOf(found)
  return (
    <section aria-labelledby="neu-cong-bo">
      <Title order={2} size="h4" id="neu-cong-bo">
        {t('calendars.whatIf')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('calendars.looked', { looked })}
      </Text>
      <Text role="status" mb="xs">
        {sums.count === 0 ? t('calendars.nothingMoves') : t('calendars.moves', sums)}
      </Text>
      {sums.count > 0 && (
        <Stack gap="md">
          <WideTable label={t('calendars.movedByAgency')} minWidth={480}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('calendars.agency')}</Table.Th>
                <Table.Th ta="end">{t('calendars.moved')}</Table.Th>
                <Table.Th ta="end">{t('calendars.becomeLate')}</Table.Th>
                <Table.Th ta="end">{t('calendars.becomeOnTime')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {agencies.map((one) => (
                <Table.Tr key={one.agency}>
                  <Table.Td>{names.get(one.agency) ?? one.agency}</Table.Td>
                  <Table.Td ta="end">{one.moved}</Table.Td>
                  <Table.Td ta="end">{one.becomeLate}</Table.Td>
                  <Table.Td ta="end">{one.becomeOnTime}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </WideTable>
          <WideTable label={t('calendars.movedDossiers')} minWidth={640}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('calendars.dossier')}</Table.Th>
                <Table.Th>{t('calendars.agency')}</Table.Th>
                <Table.Th>{t('calendars.before')}</Table.Th>
                <Table.Th>{t('calendars.after')}</Table.Th>
                <Table.Th>{t('calendars.consequence')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {moved.slice(0, mostShown).map((one) => (
                <Table.Tr key={one.dossierId}>
                  <Table.Td className="narrow">
                    <Anchor href={`/ho-so/${one.dossierId}`}>{one.code ?? one.dossierId}</Anchor>
                  </Table.Td>
                  <Table.Td>{names.get(one.holder) ?? one.holder}</Table.Td>
                  <Table.Td className="narrow">{day(one.before.on)}</Table.Td>
                  <Table.Td className="narrow">{day(one.after.on)}</Table.Td>
                  <Table.Td>
                    <Consequence {...one} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </WideTable>
          {moved.length + more > mostShown && (
            <Text size="sm">{t('calendars.more', { count: moved.length + more - mostShown })}</Text>
          )}
        </Stack>
      )}
    </section>
  )
}

const Consequence = ({ becomes, promised, provisional, before, after }: Moved) => {
  const { t } = useTranslation()
  const said = [
    ...(promised !== null ? [t('calendars.promiseKept', { on: day(promised.on) })] : []),
    ...(promised === null && before.on !== after.on ? [t('calendars.becomesMoved')] : []),
    ...(becomes === null ? [] : [t(`calendars.${becomes}`)]),
    ...(provisional ? [t('calendars.provisionalDate')] : []),
  ]
  return <>{said.join('; ')}</>
}
