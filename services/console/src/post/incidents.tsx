import { Alert, Button, Group, Paper, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '../clients/postal.d.ts'
import { orProblem, postal } from '../frame/api.ts'
import { minute } from '../frame/moments.ts'
import { useNames } from '../frame/names.ts'
import { Act } from './act.tsx'
import { Around } from './around.tsx'
import { Asked } from './asked.tsx'
import { usePlaces } from './offices.ts'

type Incident = components['schemas']['Incident']
type Custodian = components['schemas']['Custodian']
const outcomes = ['found', 'counted-again', 'came-by-hand', 'explained', 'lost'] as const
const kinds = ['stays', 'desk', 'parcel', 'citizen', 'archive', 'lost'] as const
type Kind = (typeof kinds)[number]
type Place = { kind: Kind; named: string }

/** What does not add up, or nobody said anything about, oldest first. It is settled with a place for every paper. */
export const Incidents = () => {
  const { t } = useTranslation()
  const names = useNames()
  const search = useSearch({ from: '/buu-cuc/su-co' })
  const navigate = useNavigate({ from: '/buu-cuc/su-co' })
  const { places, office } = usePlaces(search.office, true)
  const [closing, setClosing] = useState('')
  const [said, setSaid] = useState('')
  const listed = useQuery({
    queryKey: ['post', 'incidents', office],
    enabled: office !== '',
    queryFn: () => orProblem(postal.GET('/incidents', { params: { query: { organisation: office } } })),
  })
  return (
    <Around
      title={t('post.incidents')}
      places={places}
      office={office}
      onOffice={(code) => void navigate({ search: { office: code }, replace: true })}
    >
      {said !== '' && <Alert color="gray" role="status" title={said} />}
      <Asked of={listed}>
        {({ incidents }) =>
          incidents.length === 0 ? (
            <Text role="status">{t('post.noIncidents')}</Text>
          ) : (
            <Stack component="ul" className="cards" gap="xs">
              {incidents.map((incident) => (
                <Paper key={incident.id} component="li" withBorder p="sm">
                  <Group justify="space-between">
                    <div>
                      <Text fw={600}>{t(`post.happened.${incident.what}`, incident.what)}</Text>
                      <Text size="sm">
                        {minute(incident.openedAt)} · {names.get(incident.at) ?? incident.at}
                        {incident.parcel !== null && (
                          <>
                            {' · '}
                            <Link to="/buu-cuc/buu-gui/$code" params={{ code: incident.parcel }}>
                              {incident.parcel}
                            </Link>
                          </>
                        )}
                        {' · '}
                        {t('post.paperCount', { count: incident.papers.length })}
                      </Text>
                    </div>
                    {closing !== incident.id && (
                      <Button className="screen" variant="default" onClick={() => setClosing(incident.id)}>
                        {t('post.settle')}
                      </Button>
                    )}
                  </Group>
                  {closing === incident.id && <Closing incident={incident} onDone={() => setSaid(t('post.settled'))} />}
                </Paper>
              ))}
            </Stack>
          )
        }
      </Asked>
    </Around>
  )
}

const Closing = ({ incident, onDone }: { incident: Incident; onDone: () => void }) => {
  const { t } = useTranslation()
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('found')
  const [at, setAt] = useState<Record<string, Place>>({})
  const placeOf = (paper: string): Place => at[paper] ?? { kind: 'stays', named: '' }
  const papersAt = incident.papers.flatMap((paper) => {
    const custodian = custodianOf(placeOf(paper))
    return custodian === null ? [] : [{ paper, custodian }]
  })
  return (
    <Act
      label={t('post.settle')}

      send={(header) =>
        orProblem(
          postal.POST('/incidents/{id}/closing', {
            params: { header, path: { id: incident.id } },
            body: { outcome, papersAt },
          }),
        )
      }
      onDone={onDone}
    >
      <Stack gap="sm" mt="sm">
        <Select
          label={t('post.outcome')}
          maw={420}
          data={outcomes.map((value) => ({ value, label: t(`post.outcomes.${value}`) }))}
          value={outcome}
          allowDeselect={false}
          onChange={(value) => setOutcome(value ?? outcome)}
        />
        {incident.papers.map((paper, n) => {
          const place = placeOf(paper)
          const isNamed = place.kind !== 'stays' && place.kind !== 'citizen'
          return (
            <Group key={paper} align="end">
              <Select
                label={t('post.paperNow', { n: n + 1 })}
                data={kinds.map((value) => ({ value, label: t(`post.custodians.${value}`) }))}
                value={place.kind}
                allowDeselect={false}
                onChange={(kind) => setAt({ ...at, [paper]: { ...place, kind: kind ?? place.kind } })}
              />
              {isNamed && (
                <TextInput
                  label={t(`post.named.${place.kind}`)}
                  required
                  value={place.named}
                  onChange={({ currentTarget }) =>
                    setAt({ ...at, [paper]: { ...place, named: currentTarget.value.trim() } })
                  }
                />
              )}
            </Group>
          )
        })}
      </Stack>
    </Act>
  )
}

const custodianOf = ({ kind, named }: Place): Custodian | null => {
  switch (kind) {
    case 'stays':
      return null
    case 'citizen':
      return { kind }
    case 'desk':
    case 'archive':
      return { kind, organisation: named }
    case 'parcel':
      return { kind, parcel: named }
    case 'lost':
      return { kind, decision: named }
  }
}
