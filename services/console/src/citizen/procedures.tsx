import { Button, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { catalogue, orProblem } from '../frame/api.ts'
import { plain } from '../frame/plain.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { FeesSaid, LimitSaid } from './said.tsx'
import { today } from './today.ts'
import './words.ts'

/** The procedures in force today, found by words without accents, by field and by how one may apply; the link says what is asked. */
export const Procedures = () => {
  const { t, i18n } = useTranslation()
  const search = useSearch({ from: '/thu-tuc' })
  const navigate = useNavigate({ from: '/thu-tuc' })
  const listed = useQuery({
    queryKey: ['procedures', 'in force'],
    staleTime: 600_000,
    queryFn: async () =>
      (await orProblem(catalogue.GET('/procedures', { params: { query: { on: today() } } }))).procedures,
  })
  const events = useQuery({
    queryKey: ['life events'],
    staleTime: 600_000,
    queryFn: async () => (await orProblem(catalogue.GET('/life-events'))).events,
  })
  const all = listed.data ?? []
  // Only events for which there is something to be done today.
  const offered = (events.data ?? []).filter((event) => all.some(({ code }) => event.procedures.includes(code)))
  const event = offered.find(({ code }) => code === search.event)
  const fields = [...new Map(all.map(({ field }) => [field.code, field.name]))]
  const words = plain(search.q ?? '').split(/\s+/)
  const found = all
    .filter(
      ({ code, name, field, channels }) =>
        (event === undefined || event.procedures.includes(code)) &&
        (search.field === undefined || field.code === search.field) &&
        (search.by === undefined || channels.some((one) => one === search.by)) &&
        words.every((word) => plain(`${name} ${field.name}`).includes(word)),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
  const ask = (more: Record<string, string | null>) =>
    void navigate({
      replace: true,
      search: Object.fromEntries(Object.entries({ ...search, ...more }).filter(([, value]) => value)),
    })
  return (
    <Stack maw={900} mx="auto">
      <Title order={1}>{t('procedures.title')}</Title>
      <Text>{t('procedures.lead')}</Text>
      {offered.length > 0 && (
        <section aria-labelledby="su-kien" className="screen">
          <Title order={2} size="h5" id="su-kien" mb="xs">
            {t('procedures.event')}
          </Title>
          <Group gap="xs">
            {offered.map(({ code, name }) => (
              <Button
                key={code}
                size="sm"
                variant={code === event?.code ? 'filled' : 'default'}
                aria-pressed={code === event?.code}
                onClick={() => ask({ event: code === event?.code ? null : code })}
              >
                {i18n.language === 'vi' ? name.vi : name.en}
              </Button>
            ))}
          </Group>
        </section>
      )}
      <Group align="end" className="screen">
        <TextInput
          flex={1}
          miw="16rem"
          type="search"
          label={t('procedures.find')}
          value={search.q ?? ''}
          onChange={({ currentTarget }) => ask({ q: currentTarget.value })}
        />
        <Select
          w={wide}
          label={t('procedures.field')}
          placeholder={t('procedures.any')}
          clearable
          data={fields.map(([value, label]) => ({ value, label }))}
          value={search.field ?? null}
          onChange={(field) => ask({ field })}
        />
        <Select
          w={wide}
          label={t('procedures.by')}
          placeholder={t('procedures.any')}
          clearable
          data={channels.map((value) => ({ value, label: t(`procedures.channels.${value}`) }))}
          value={search.by ?? null}
          onChange={(by) => ask({ by })}
        />
      </Group>
      {listed.isPending && <Text role="status">{t('loading')}</Text>}
      {listed.isError && (
        <ProblemShown problem={listed.error}>
          <Button mt="xs" variant="default" onClick={() => void listed.refetch()}>
            {t('retry')}
          </Button>
        </ProblemShown>
      )}
      {listed.isSuccess && (
        <Text role="status">
          {found.length === 0 ? t('procedures.none') : t('procedures.found', { count: found.length })}
        </Text>
      )}
      <Stack component="ul" className="cards" gap="sm">
        {found.map(({ id, name, field, limit, fees }) => (
          <Paper key={id} component="li" withBorder p="md">
            <Link to="/thu-tuc/$id" params={{ id }}>
              {name}
            </Link>
            <Text size="sm" c="dimmed">
              {field.name} · <LimitSaid limit={limit.committed ?? limit.statutory} /> · <FeesSaid fees={fees} />
            </Text>
          </Paper>
        ))}
      </Stack>
    </Stack>
  )
}

// On a phone one under the other, each as wide as the page.
const wide = { base: '100%', xs: 'auto' }

const channels = ['desk', 'post', 'online'] as const
