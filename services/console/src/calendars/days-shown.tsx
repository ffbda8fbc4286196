import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { day } from '../frame/moments.ts'
import { useNames } from '../frame/names.ts'
import { WideTable } from '../frame/wide-table.tsx'
import type { Notice } from './asked.ts'

export type NamedDay = {
  day: string
  kind: 'holiday' | 'compensation' | 'swap' | 'worked' | 'revoked'
  name: string
  basis?: string
  knownSince?: string | null
  layer?: Notice['layer']
}

export const byDay = (days: readonly NamedDay[]): NamedDay[] => days.toSorted((a, b) => (a.day < b.day ? -1 : 1))

/** What a notice says, day by day. */
export const daysOf = ({ off, worked, revoked }: Notice): NamedDay[] =>
  byDay([
    ...off.map(({ day: on, why, name }) => ({ day: on, kind: why, name })),
    ...worked.map(({ day: on, name }) => ({ day: on, kind: 'worked' as const, name })),
    ...revoked.map((on) => ({ day: on, kind: 'revoked' as const, name: '' })),
  ])

/** For whom a notice speaks, in words. */
export const useLayer = () => {
  const { t } = useTranslation()
  const names = useNames()
  return (layer: Notice['layer'] | undefined) =>
    layer === undefined || layer.is === 'nation' ? t('calendars.nation') : (names.get(layer.province) ?? layer.province)
}

/** Days with what they are; with their document and since when they could be known, where that is told. */
export const DaysShown = ({ days, withBasis = false }: { days: readonly NamedDay[]; withBasis?: boolean }) => {
  const { t, i18n } = useTranslation()
  const layerOf = useLayer()
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' })
  return (
    <WideTable label={t('calendars.days')} minWidth={withBasis ? 760 : 420}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('calendars.day')}</Table.Th>
          <Table.Th>{t('calendars.what')}</Table.Th>
          <Table.Th>{t('calendars.name')}</Table.Th>
          {withBasis && (
            <>
              <Table.Th>{t('calendars.layer')}</Table.Th>
              <Table.Th>{t('calendars.basis')}</Table.Th>
              <Table.Th>{t('calendars.known')}</Table.Th>
            </>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {days.map(({ day: on, kind, name, basis, knownSince, layer }) => (
          <Table.Tr key={`${on} ${kind} ${name}`}>
            <Table.Td className="narrow">
              {day(on)}{' '}
              <Text span size="sm" c="dimmed">
                {weekday.format(new Date(on))}
              </Text>
            </Table.Td>
            <Table.Td className="narrow">{t(`calendars.kinds.${kind}`)}</Table.Td>
            <Table.Td>{name}</Table.Td>
            {withBasis && (
              <>
                <Table.Td>{layerOf(layer)}</Table.Td>
                <Table.Td>{basis}</Table.Td>
                <Table.Td className="narrow">{knownSince ? day(knownSince) : t('calendars.alwaysKnown')}</Table.Td>
              </>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}
