import { Select, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Lasting, LimitOf, NameOf, type Place, Standing } from '../flow/places.tsx'
import '../flow/words.ts'
import { casework, orProblem } from '../frame/api.ts'
import { day, inDays } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { WideTable } from '../frame/wide-table.tsx'
import { Part } from './part.tsx'
import { usePlaces } from './use-places.ts'
import './words.ts'

const lookBackDays = 90
// Drawing libraries come once there is something to draw.
const FlowPicture = lazy(async () => ({ default: (await import('../flow/picture.tsx')).FlowPicture }))

/** Where dossiers stand on the route of a procedure, and how long each step usually takes. */
export const RouteOfProcedure = () => {
  const { t } = useTranslation()
  const { places } = usePlaces()
  const search = useSearch({ from: '/lanh-dao/quy-trinh' })
  const navigate = useNavigate({ from: '/lanh-dao/quy-trinh' })
  const organisation = search.organisation ?? places?.[0]?.[0] ?? ''
  const since = inDays(-lookBackDays)
  const listed = useQuery({
    queryKey: ['flows', organisation, since],
    enabled: organisation !== '',
    queryFn: async () =>
      (await orProblem(casework.GET('/flows', { params: { query: { organisation, since } } }))).procedures,
  })
  if (places === undefined) return <Text role="status">{t('loading')}</Text>
  const procedure = search.procedure ?? listed.data?.[0]?.id
  return (
    <Stack gap="lg">
      <Link to="/lanh-dao" search={search.organisation ? { organisation } : {}} className="screen">
        {t('flow.back')}
      </Link>
      <div>
        <Title order={1} size="h2">
          {t('flow.title')}
        </Title>
        <Text>{t(places.length === 0 ? 'leading.noOffice' : 'flow.lead', { since: day(since) })}</Text>
      </div>
      {places.length > 1 && (
        <Select
          maw={480}
          label={t('leading.organisation')}
          data={places.map(([value, label]) => ({ value, label }))}
          value={organisation}
          allowDeselect={false}
          onChange={(chosen) => chosen !== null && void navigate({ search: { organisation: chosen }, replace: true })}
        />
      )}
      {listed.isError && <ProblemShown problem={listed.error} />}
      {listed.data?.length === 0 && <Text role="status">{t('flow.none', { count: lookBackDays })}</Text>}
      {listed.data !== undefined && listed.data.length > 0 && (
        <Select
          label={t('flow.procedure')}
          data={listed.data.map(({ id, name, open }) => ({
            value: id,
            label: t('flow.version', { name, version: id.split('@')[1], count: open }),
          }))}
          value={procedure ?? null}
          allowDeselect={false}
          searchable
          onChange={(chosen) =>
            chosen !== null && void navigate({ search: { ...search, procedure: chosen }, replace: true })
          }
        />
      )}
      {procedure !== undefined && <Flow procedure={procedure} organisation={organisation} since={since} />}
    </Stack>
  )
}

const Flow = ({
  procedure: version,
  organisation,
  since,
}: {
  procedure: string
  organisation: string
  since: string
}) => {
  const { t } = useTranslation()
  const asked = useQuery({
    queryKey: ['flows', organisation, since, version],
    staleTime: 60_000,
    queryFn: () =>
      orProblem(casework.GET('/flows/{version}', { params: { path: { version }, query: { organisation, since } } })),
  })
  return (
    <Part title={asked.data?.name ?? version} asked={asked}>
      {({ stages }) => (
        <Stack>
          <Suspense fallback={<Text role="status">{t('loading')}</Text>}>
            <FlowPicture places={stages} />
          </Suspense>
          <FlowTable places={stages} />
          <Text size="sm" c="dimmed">
            {t('flow.notCounted')}
          </Text>
        </Stack>
      )}
    </Part>
  )
}

const heads = ['step', 'level', 'limit', 'standing', 'median', 'p90', 'counted'] as const

const FlowTable = ({ places }: { places: readonly Place[] }) => {
  const { t } = useTranslation()
  return (
    <WideTable label={t('flow.asTable')} minWidth={760}>
      <Table.Thead>
        <Table.Tr>
          {heads.map((head) => (
            <Table.Th key={head}>{t(`flow.${head}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {places.flatMap((place) => [
          <Table.Tr key={place.id}>
            <Table.Td>
              <NameOf place={place} />
              {place.signs && ` (${t('flow.signs')})`}
            </Table.Td>
            <Table.Td>{t(`procedures.levels.${place.level}`)}</Table.Td>
            <Table.Td>{place.limit && <LimitOf limit={place.limit} />}</Table.Td>
            <Table.Td>
              <Standing place={place} />
            </Table.Td>
            <Table.Td>{place.usual ? <Lasting hours={place.usual.medianHours} /> : '–'}</Table.Td>
            <Table.Td>{place.usual ? <Lasting hours={place.usual.p90Hours} /> : '–'}</Table.Td>
            <Table.Td>{t('flow.open', { count: place.usual?.dossiers ?? 0 })}</Table.Td>
          </Table.Tr>,
          ...place.branches.map((branch) => (
            <Table.Tr key={`${place.id} ${branch.id}`}>
              <Table.Td>
                {branch.name} ({t('flow.beside')})
              </Table.Td>
              <Table.Td>{t(`procedures.levels.${branch.level}`)}</Table.Td>
              <Table.Td>
                <LimitOf limit={branch.limit} />
              </Table.Td>
              <Table.Td colSpan={4} />
            </Table.Tr>
          )),
        ])}
      </Table.Tbody>
    </WideTable>
  )
}
