import { Select, Stack, Text, Title } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import './words.ts'
import '../dossier/words.ts'
import '../officer/words.ts'
import { RunShown } from '../bulk/run-shown.tsx'
import { useRun } from '../bulk/use-run.ts'
import { useLive } from '../frame/live.ts'
import { Apologies } from './apologies.tsx'
import { ComingDue } from './coming-due.tsx'
import { Lateness } from './lateness.tsx'
import { ToSign } from './to-sign.tsx'
import { usePlaces } from './use-places.ts'
import { Workload } from './workload.tsx'

/** What waits for a leader's signature, what comes due, who has how much, and whose the lateness is. */
export const Leader = () => {
  const { t } = useTranslation()
  const { subject, places } = usePlaces()
  if (places === undefined) return <Text role="status">{t('loading')}</Text>
  return (
    <Stack gap="xl">
      <Title order={1} size="h2">
        {t('leading.title')}
      </Title>
      {places.length === 0 ? (
        <Text role="status">{t('leading.noOffice')}</Text>
      ) : (
        <OfOrganisation key={subject} subject={subject} places={places} />
      )}
    </Stack>
  )
}

type Places = readonly (readonly [string, string])[]
const OfOrganisation = ({ subject, places }: { subject: string; places: Places }) => {
  const { t } = useTranslation()
  useLive()
  const search = useSearch({ from: '/lanh-dao' })
  const navigate = useNavigate({ from: '/lanh-dao' })
  const running = useRun(subject)
  const organisation = search.organisation ?? places[0]?.[0] ?? ''
  return (
    <>
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
      <Link to="/lanh-dao/quy-trinh" search={{ organisation }}>
        {t('leading.route')}
      </Link>
      <RunShown running={running} />
      <ToSign key={`kết quả ${organisation}`} organisation={organisation} running={running} />
      <Apologies key={`xin lỗi ${organisation}`} organisation={organisation} running={running} />
      <ComingDue organisation={organisation} />
      <Workload organisation={organisation} />
      <Lateness organisation={organisation} />
    </>
  )
}
