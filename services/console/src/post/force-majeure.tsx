import { Alert, Fieldset, Paper, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orProblem, postal } from '../frame/api.ts'
import { minute } from '../frame/moments.ts'
import { useNames } from '../frame/names.ts'
import { Act } from './act.tsx'
import { Around } from './around.tsx'
import { Asked } from './asked.tsx'
import { usePlaces } from './offices.ts'

const asInstant = (local: string) => new Date(`${local}:00+07:00`).toISOString() // the form speaks the time of Vietnam
const empty = { from: '', until: '', basis: '' }

/** What nobody could have withstood: it moves what was promised of parcels under way there (TT 17/2017 art. 7.2). */
export const ForceMajeure = () => {
  const { t } = useTranslation()
  const names = useNames()
  const search = useSearch({ from: '/buu-cuc/bat-kha-khang' })
  const { office } = usePlaces(search.office, true)
  const [said, setSaid] = useState('')
  const [given, setGiven] = useState(empty)
  const [chosen, setChosen] = useState('')
  const listed = useQuery({
    queryKey: ['post', 'force-majeure'],
    queryFn: () => orProblem(postal.GET('/force-majeure')),
  })
  // The office itself, the commune it serves, the district or province above: as far as its code says.
  const steps = office.split('.')
  const places = steps
    .map((_, i) => steps.slice(0, steps.length - i).join('.'))
    .flatMap((code) => (names.has(code) ? [{ value: code, label: `${names.get(code) ?? code} (${code})` }] : []))
  const place = chosen === '' ? (places[0]?.value ?? '') : chosen
  const { from, until, basis } = given
  return (
    <Around title={t('post.forceMajeure')}>
      {said !== '' && <Alert color="gray" role="status" title={said} />}
      <Fieldset legend={t('post.recordForceMajeure')} className="screen">
        <Act
          label={t('post.write')}
          disabled={place === '' || from === '' || until === '' || basis === ''}

          send={(header) =>
            orProblem(
              postal.POST('/force-majeure', {
                params: { header },
                body: { place, from: asInstant(from), until: asInstant(until), basis },
              }),
            )
          }
          onDone={({ moved }) => {
            setGiven(empty)
            setSaid(t('post.forceMajeureRecorded', { count: moved }))
          }}
        >
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={t('post.fmPlace')}
              data={places}
              value={place === '' ? null : place}
              allowDeselect={false}
              onChange={(value) => setChosen(value ?? place)}
            />
            <TextInput
              label={t('post.fmBasis')}
              description={t('post.fmBasisHint')}
              required
              maxLength={300}
              value={basis}
              onChange={({ currentTarget }) => setGiven({ ...given, basis: currentTarget.value })}
            />
            {(['from', 'until'] as const).map((end) => (
              <TextInput
                key={end}
                type="datetime-local"
                label={t(end === 'from' ? 'post.fmFrom' : 'post.fmUntil')}
                required
                value={given[end]}
                onChange={({ currentTarget }) => setGiven({ ...given, [end]: currentTarget.value })}
              />
            ))}
          </SimpleGrid>
          <Text size="sm" c="dimmed">
            {t('post.fmRule')}
          </Text>
        </Act>
      </Fieldset>
      <Title order={2} size="h4">
        {t('post.forceMajeureListed')}
      </Title>
      <Asked of={listed}>
        {({ forceMajeure }) =>
          forceMajeure.length === 0 ? (
            <Text role="status">{t('post.noForceMajeure')}</Text>
          ) : (
            <Stack component="ul" className="cards" gap="xs">
              {forceMajeure.map((one) => (
                <Paper key={one.id} component="li" withBorder p="sm">
                  <Text fw={600}>{one.basis}</Text>
                  <Text size="sm">
                    {names.get(one.place) ?? one.place} · {minute(one.from)} – {minute(one.until)} ·{' '}
                    {t('post.fmParcels', { count: one.parcels })}
                  </Text>
                </Paper>
              ))}
            </Stack>
          )
        }
      </Asked>
    </Around>
  )
}
