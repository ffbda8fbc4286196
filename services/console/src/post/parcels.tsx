import { Button, Group, Paper, Stack, Table, Text, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { orProblem, postal } from '../frame/api.ts'
import { useNames } from '../frame/names.ts'
import { Around } from './around.tsx'
import { Asked } from './asked.tsx'
import { type Direction, directions } from './directions.ts'
import { type Parcel, usePlaces } from './offices.ts'
import { PromisedBy } from './parcel-light.tsx'

/** The parcels of a post office, earliest promise first: to fetch and to carry away, on the way, coming in. */
export const Parcels = () => {
  const { t } = useTranslation()
  const search = useSearch({ from: '/buu-cuc' })
  const navigate = useNavigate({ from: '/buu-cuc' })
  const { places, office } = usePlaces(search.office, true)
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => field.current?.focus()]])
  const listed = useQuery({
    queryKey: ['post', 'parcels', office],
    enabled: office !== '',
    queryFn: () => orProblem(postal.GET('/parcels', { params: { query: { organisation: office } } })),
  })
  const show = (view: Direction | undefined) => void navigate({ search: asked({ ...search, view }), replace: true })
  const wanted = (search.q ?? '').replaceAll(/\s/g, '').toUpperCase()
  return (
    <Around
      title={t('post.parcels')}
      places={places}
      office={office}
      onOffice={(code) => void navigate({ search: { ...search, office: code }, replace: true })}
    >
      <Group className="screen" align="end">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (wanted !== '') void navigate({ to: '/buu-cuc/buu-gui/$code', params: { code: wanted } })
          }}
        >
          <TextInput
            ref={field}
            label={t('post.find')}
            description={t('post.findHint')}
            value={search.q ?? ''}
            autoComplete="off"
            onChange={({ currentTarget: { value } }) =>
              void navigate({ search: asked({ ...search, q: value === '' ? undefined : value }), replace: true })
            }
          />
        </form>
        <Group gap="xs" role="group" aria-label={t('post.direction')}>
          {([undefined, ...directions] as const).map((view) => (
            <Button
              key={view ?? 'all'}
              variant={search.view === view ? 'filled' : 'default'}
              aria-pressed={search.view === view}
              onClick={() => show(view)}
            >
              {t(`post.views.${view ?? 'all'}`)}
            </Button>
          ))}
        </Group>
      </Group>
      <Asked of={listed}>
        {({ parcels }) => {
          const rows = parcels.filter(
            (parcel) =>
              parcel.code.includes(wanted) &&
              (search.view === undefined || directionOf(parcel, office) === search.view),
          )
          return rows.length === 0 ? <Text role="status">{t('post.noParcels')}</Text> : <Rows rows={rows} />
        }}
      </Asked>
    </Around>
  )
}

type Wanted = { office?: string | undefined; view?: Direction | undefined; q?: string | undefined }
/** What a link to this list says: only what is asked for. */
const asked = ({ office, view, q }: Wanted) => ({
  ...(office !== undefined && { office }),
  ...(view !== undefined && { view }),
  ...(q !== undefined && { q }),
})

/** In its hands, to be fetched by it, or still with another office. */
const directionOf = ({ office, receiver, state }: Parcel, here: string): Direction => {
  if (state === 'packed') return 'out'
  return office === here && receiver !== here ? 'way' : 'in'
}

const Rows = ({ rows }: { rows: Parcel[] }) => {
  const { t } = useTranslation()
  const names = useNames()
  const place = (code: string | null) => (code === null ? t('post.citizen') : (names.get(code) ?? code))
  const stateOf = ({ state, attempts }: Parcel) =>
    attempts === 0 ? t(`post.states.${state}`) : t('post.attempted', { state: t(`post.states.${state}`), attempts })
  return (
    <>
      <Table highlightOnHover visibleFrom="sm">
        <Table.Thead>
          <Table.Tr>
            {(['code', 'purpose', 'from', 'to', 'state', 'promised'] as const).map((column) => (
              <Table.Th key={column}>{t(`post.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((parcel) => (
            <Table.Tr key={parcel.code}>
              <Table.Td className="narrow">
                <Link to="/buu-cuc/buu-gui/$code" params={{ code: parcel.code }}>
                  {parcel.code}
                </Link>
              </Table.Td>
              <Table.Td>{t(`post.purposes.${parcel.purpose}`)}</Table.Td>
              <Table.Td>{place(parcel.sender)}</Table.Td>
              <Table.Td>{place(parcel.receiver)}</Table.Td>
              <Table.Td>{stateOf(parcel)}</Table.Td>
              <Table.Td className="narrow">
                <PromisedBy parcel={parcel} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Stack hiddenFrom="sm" gap="xs" component="ul" className="cards">
        {rows.map((parcel) => (
          <Paper key={parcel.code} component="li" withBorder p="sm">
            <Link to="/buu-cuc/buu-gui/$code" params={{ code: parcel.code }}>
              {parcel.code}
            </Link>
            <Text size="sm">
              {t(`post.purposes.${parcel.purpose}`)} · {stateOf(parcel)}
            </Text>
            <Text size="sm">
              {place(parcel.sender)} → {place(parcel.receiver)}
            </Text>
            <Text size="sm" component="div">
              <PromisedBy parcel={parcel} />
            </Text>
          </Paper>
        ))}
      </Stack>
    </>
  )
}
