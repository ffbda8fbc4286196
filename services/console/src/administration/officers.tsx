import { Group, NativeSelect, Table, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { catalogue, orProblem } from '../frame/api.ts'
import { day, inDays } from '../frame/moments.ts'
import { useNames } from '../frame/names.ts'
import { WideTable } from '../frame/wide-table.tsx'
import { Asked } from '../post/asked.tsx'
import { Part } from './part.tsx'

/** Accounts of offices, in what role for which agency and from when to when, as it is on a day. */
export const Officers = () => {
  const { t } = useTranslation()
  const names = useNames()
  const { ngay = inDays(0), cq } = useSearch({ from: '/quan-tri/can-bo' })
  const navigate = useNavigate({ from: '/quan-tri/can-bo' })
  const asked = useQuery({
    queryKey: ['administration', 'officers', ngay, cq],
    queryFn: async () => {
      const query = { on: ngay, ...(cq !== undefined && { organisation: cq }) }
      return (await orProblem(catalogue.GET('/officers', { params: { query } }))).officers
    },
  })
  const places = [...names].toSorted(([, a], [, b]) => a.localeCompare(b, 'vi'))
  return (
    <Part part="officers">
      <Group align="end">
        <TextInput
          type="date"
          label={t('administration.on')}
          value={ngay}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ search: (before) => ({ ...before, ngay: value }), replace: true })
          }
        />
        <NativeSelect
          label={t('administration.organisation')}
          value={cq ?? ''}
          data={[
            { value: '', label: t('administration.every') },
            ...places.map(([value, name]) => ({ value, label: `${name} (${value})` })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ search: (before) => ({ ...before, cq: value }), replace: true })
          }
        />
      </Group>
      <Asked of={asked}>
        {(officers) => {
          const held = officers.flatMap(({ id, title, mandates }) =>
            mandates
              .filter((one) => (cq === undefined || one.organisation === cq) && one.from <= ngay)
              .filter(({ to }) => to === null || ngay <= to)
              .map((mandate) => ({ id, title, ...mandate })),
          )
          return held.length === 0 ? (
            <Text role="status">{t('administration.nobody')}</Text>
          ) : (
            <WideTable label={t('administration.officers')} minWidth={760}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('administration.office')}</Table.Th>
                  <Table.Th>{t('administration.role')}</Table.Th>
                  <Table.Th>{t('administration.organisation')}</Table.Th>
                  <Table.Th>{t('administration.period')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {held.map(({ id, title, role, organisation, from, to }) => (
                  <Table.Tr key={`${id} ${role} ${organisation} ${from}`}>
                    <Table.Td>
                      {title}
                      <Text size="sm" c="dimmed">
                        {id}
                      </Text>
                    </Table.Td>
                    <Table.Td>{t(`roles.${role}`)}</Table.Td>
                    <Table.Td>{names.get(organisation) ?? organisation}</Table.Td>
                    <Table.Td className="narrow">
                      {to === null
                        ? t('administration.since', { from: day(from) })
                        : t('administration.between', { from: day(from), to: day(to) })}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </WideTable>
          )
        }}
      </Asked>
    </Part>
  )
}
