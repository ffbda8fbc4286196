import { Anchor, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { orProblem, postal } from '../frame/api.ts'
import { day, minute } from '../frame/moments.ts'
import { useNames } from '../frame/names.ts'
import type { Address } from './kept-addresses.ts'
import { keepList, listKept } from './kept-scans.ts'
import type { KeptScan, Parcel } from './shelves.ts'
import { useAddresses } from './use-addresses.ts'

type Props = { by: string; office: string; isSignedOut: boolean; scans: readonly KeptScan[] }

/** What is to be fetched and to be delivered, as the office last had it: kept on the phone, shown without a network too. */
export const Today = ({ by, office, isSignedOut, scans }: Props) => {
  const { t } = useTranslation()
  const asked = useQuery({
    queryKey: ['courier', 'asked', office],
    enabled: office !== '',
    queryFn: async () => {
      const { parcels } = await orProblem(postal.GET('/parcels', { params: { query: { organisation: office } } }))
      await keepList({ office, by, at: new Date().toISOString(), parcels })
      return parcels.length
    },
  })
  const kept = useQuery({
    queryKey: ['courier', 'list', by],
    networkMode: 'always',
    queryFn: () => listKept(by),
  })
  const { refetch } = kept
  useEffect(() => void refetch(), [asked.dataUpdatedAt, refetch])
  const addresses = useAddresses({
    by,
    office,
    isSignedOut,
    lacking: (known) =>
      (kept.data?.parcels ?? []).flatMap((one) =>
        one.receiver === null && one.office === office && !known.has(one.code) ? [one.code] : [],
      ),
  })
  if (kept.data === null || kept.data === undefined) return <Text role="status">{t('courier.noList')}</Text>
  const { parcels, at, office: here } = kept.data
  const done = new Set(
    scans.filter(({ step, state }) => state !== 'refused' && step === 'delivered').map(({ parcel }) => parcel),
  )
  const taken = new Set(
    scans.filter(({ step, state }) => state !== 'refused' && step === 'taken').map(({ parcel }) => parcel),
  )
  const mine = parcels.filter((one) => one.office === here || taken.has(one.code)).filter(({ code }) => !done.has(code))
  return (
    <Stack>
      <Part
        title={t('courier.toFetch')}
        parcels={parcels.filter(({ state, code }) => state === 'packed' && !taken.has(code))}
      />
      <Part
        title={t('courier.toDeliver')}
        parcels={mine.filter(({ receiver }) => receiver === null)}
        addresses={addresses}
      />
      <Part
        title={t('courier.toDesks')}
        parcels={mine.filter(({ receiver }) => receiver !== null && receiver !== here)}
      />
      <Text size="sm" c="dimmed">
        {t('courier.asOf', { at: minute(at) })}
      </Text>
    </Stack>
  )
}

type PartProps = { title: string; parcels: readonly Parcel[]; addresses?: ReadonlyMap<string, Address> }
const Part = ({ title, parcels, addresses }: PartProps) => {
  const { t } = useTranslation()
  const names = useNames()
  const place = (code: string) => names.get(code) ?? code
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title} ({parcels.length})
      </Title>
      <Stack component="ul" className="cards" gap="xs">
        {parcels.map(({ code, sender, receiver, promised, attempts }) => (
          <Paper key={code} component="li" withBorder p="sm">
            <Text fw={600}>{code}</Text>
            <Text size="sm">
              {place(sender)} → {receiver === null ? t('courier.citizen') : place(receiver)}
            </Text>
            <Door address={addresses?.get(code)} />
            <Text size="sm">
              {promised !== null && t('courier.by', { on: day(promised.on) })}
              {attempts > 0 && ` · ${t('courier.attempts', { count: attempts })}`}
            </Text>
          </Paper>
        ))}
      </Stack>
    </section>
  )
}

/** Whom to ask for, where, and by which number. */
const Door = ({ address }: { address: Address | undefined }) =>
  address === undefined ? null : (
    <Text size="sm">
      <strong>{address.name}</strong> ·{' '}
      <Anchor href={`tel:${address.phone.replaceAll(/[^+\d]/g, '')}`}>{address.phone}</Anchor>
      <br />
      {address.address}
    </Text>
  )
