import { Select, Stack, Text, Title } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import './words.ts'
import { useMandates } from '../frame/mandates.ts'
import { useSession } from '../frame/session.ts'
import { Registered, type Taken } from './registered.tsx'
import { WalkInForm } from './walk-in-form.tsx'

const receiving = ['intake-officer', 'one-stop-head']

/** A citizen at the desk: who, which procedure, which papers; registered, accepted, the receipt printed. The keyboard is enough. */
export const WalkIn = () => {
  const { t } = useTranslation()
  const search = useSearch({ from: '/tiep-nhan' })
  const navigate = useNavigate({ from: '/tiep-nhan' })
  const { data: session } = useSession()
  const { data: held, isPending } = useMandates(session?.subject)
  const [round, setRound] = useState(0)
  const [taken, setTaken] = useState<Taken>()
  const desks = [
    ...new Map((held ?? []).filter(({ role }) => receiving.includes(role)).map((one) => [one.organisation, one.place])),
  ]
  const desk = search.desk ?? desks[0]?.[0]
  if (isPending && session !== null) return <Text role="status">{t('loading')}</Text>
  return (
    <Stack maw={1_000} mx="auto">
      <Title order={1} size="h2">
        {t('atDesk.walkIn')}
      </Title>
      {desks.length > 1 && taken === undefined && (
        <Select
          maw={480}
          label={t('atDesk.office')}
          data={desks.map(([value, label]) => ({ value, label }))}
          value={desk ?? null}
          allowDeselect={false}
          onChange={(chosen) => chosen !== null && void navigate({ search: { desk: chosen }, replace: true })}
        />
      )}
      {desk === undefined && <Text role="status">{t('atDesk.noDesk')}</Text>}
      {desk !== undefined && taken === undefined && (
        <WalkInForm key={`${desk} ${round}`} desk={desk} onRegistered={setTaken} />
      )}
      {taken !== undefined && (
        <Registered
          taken={taken}
          onNext={() => {
            setTaken(undefined)
            setRound(round + 1)
          }}
        />
      )}
    </Stack>
  )
}
