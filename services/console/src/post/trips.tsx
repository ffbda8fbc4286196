import {
  Alert,
  Anchor,
  Button,
  Checkbox,
  Fieldset,
  Group,
  Paper,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
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
import { usePostOffices } from './published-list.ts'
import { RedirectTrip } from './redirect-trip.tsx'
import { TakeTrip } from './take-trip.tsx'

type Trip = components['schemas']['ListedManifest']

/** Trips between post offices: bags packed and listed, given, taken and counted (bảng kê chuyến thư). */
export const Trips = () => {
  const { t } = useTranslation()
  const search = useSearch({ from: '/buu-cuc/chuyen-thu' })
  const navigate = useNavigate({ from: '/buu-cuc/chuyen-thu' })
  const { places, office } = usePlaces(search.office, true)
  const [said, setSaid] = useState('')
  const listed = useQuery({
    queryKey: ['post', 'trips', office],
    enabled: office !== '',
    queryFn: () => orProblem(postal.GET('/manifests', { params: { query: { office } } })),
  })
  return (
    <Around
      title={t('post.trips')}
      places={places}
      office={office}
      onOffice={(code) => void navigate({ search: { office: code }, replace: true })}
    >
      {said !== '' && <Alert color="gray" role="status" title={said} />}
      {office !== '' && (
        <NewTrip key={office} office={office} onDone={(code) => setSaid(t('post.tripGiven', { code }))} />
      )}
      <Title order={2} size="h4">
        {t('post.tripsListed')}
      </Title>
      <Asked of={listed}>
        {({ manifests }) =>
          manifests.length === 0 ? (
            <Text role="status">{t('post.noTrips')}</Text>
          ) : (
            <Stack component="ul" className="cards" gap="xs">
              {manifests.map((trip) => (
                <TripShown key={trip.code} trip={trip} office={office} onDone={setSaid} />
              ))}
            </Stack>
          )
        }
      </Asked>
    </Around>
  )
}

const TripShown = ({ trip, office, onDone }: { trip: Trip; office: string; onDone: (said: string) => void }) => {
  const { t } = useTranslation()
  const names = useNames()
  const [isCounting, setCounting] = useState(false)
  const [isRedirecting, setRedirecting] = useState(false)
  const { code, from, to, givenAt, takenAt, withdrawnAt, parcels, bags } = trip
  const isOpen = takenAt === null && withdrawnAt === null
  const state = () => {
    if (takenAt !== null) return t('post.tripTaken', { at: minute(takenAt) })
    return withdrawnAt === null ? t('post.tripOpen') : t('post.tripWithdrawn', { at: minute(withdrawnAt) })
  }
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between">
        <div>
          <Anchor href={`/api/postal/manifests/${code}.pdf`} target="_blank">
            {code}
          </Anchor>
          <Text size="sm">
            {names.get(from) ?? from} → {names.get(to) ?? to} · {t('post.parcelCount', { count: parcels })}
          </Text>
          <Text size="sm">
            {minute(givenAt)} · {state()}
          </Text>
          {isOpen && from === office && bags.length > 0 && (
            <Group gap="sm" className="screen">
              {bags.map((bag) => (
                <Anchor key={bag} size="sm" href={`/api/postal/bags/${bag}/label.pdf`} target="_blank">
                  {t('post.bagLabel', { bag })}
                </Anchor>
              ))}
            </Group>
          )}
        </div>
        {isOpen && to === office && !isCounting && (
          <Button className="screen" onClick={() => setCounting(true)}>
            {t('post.takeTrip')}
          </Button>
        )}
        {isOpen && from === office && !isRedirecting && (
          <Group className="screen">
            <Button variant="default" onClick={() => setRedirecting(true)}>
              {t('post.redirect')}
            </Button>
            <Act
              label={t('post.callBack')}
              variant="default"

              send={(header) =>
                orProblem(postal.POST('/manifests/{code}/withdrawal', { params: { header, path: { code } } }))
              }
              onDone={() => onDone(t('post.calledBack', { code }))}
            />
          </Group>
        )}
      </Group>
      {isRedirecting && isOpen && (
        <RedirectTrip
          code={code}
          from={from}
          to={to}
          onDone={(said) => {
            setRedirecting(false)
            onDone(said)
          }}
        />
      )}
      {isCounting && isOpen && <TakeTrip code={code} onDone={onDone} />}
    </Paper>
  )
}

const NewTrip = ({ office, onDone }: { office: string; onDone: (code: string) => void }) => {
  const { t } = useTranslation()
  const names = useNames()
  const offices = usePostOffices().filter(({ value }) => value !== office)
  const [to, setTo] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const [bag, setBag] = useState({ isUsed: true, seal: '' })
  const mine = useQuery({
    queryKey: ['post', 'parcels', office],
    enabled: office !== '',
    queryFn: () => orProblem(postal.GET('/parcels', { params: { query: { organisation: office } } })),
  })
  const here = (mine.data?.parcels ?? []).filter((parcel) => parcel.office === office)
  return (
    <Fieldset legend={t('post.newTrip')} className="screen">
      <Act
        label={t('post.giveTrip')}
        disabled={to === '' || chosen.length === 0}

        send={(header) =>
          orProblem(
            postal.POST('/manifests', {
              params: { header },
              body: bag.isUsed
                ? { to, loose: [], bags: [{ parcels: chosen, ...(bag.seal !== '' && { seal: bag.seal }) }] }
                : { to, bags: [], loose: chosen },
            }),
          )
        }
        onDone={({ code }) => {
          setChosen([])
          onDone(code)
        }}
      >
        <Select
          label={t('post.tripTo')}
          searchable
          required
          maw={480}
          data={offices}
          value={to === '' ? null : to}
          onChange={(value) => setTo(value ?? '')}
        />
        {here.length === 0 ? (
          <Text size="sm">{t('post.noneHere')}</Text>
        ) : (
          <Checkbox.Group label={t('post.tripParcels')} value={chosen} onChange={setChosen}>
            <Stack gap={6} mt={4}>
              {here.map(({ code, sender, receiver }) => (
                <Checkbox
                  key={code}
                  value={code}
                  label={`${code} · ${names.get(sender) ?? sender} → ${receiver === null ? t('post.citizen') : (names.get(receiver) ?? receiver)}`}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <Group align="end">
          <Checkbox
            label={t('post.inBag')}
            checked={bag.isUsed}
            onChange={({ currentTarget }) => setBag({ ...bag, isUsed: currentTarget.checked })}
          />
          {bag.isUsed && (
            <TextInput
              label={t('post.bagSeal')}
              autoComplete="off"
              value={bag.seal}
              onChange={({ currentTarget }) => setBag({ ...bag, seal: currentTarget.value })}
            />
          )}
        </Group>
      </Act>
    </Fieldset>
  )
}
