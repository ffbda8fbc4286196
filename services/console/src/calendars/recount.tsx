import { Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemShown } from '../frame/problem.tsx'
import { useRecount } from './asked.ts'

/** How many open dossiers are counted by the newest calendar already; goes on by itself. */
export const Recount = ({ version }: { version: string }) => {
  const { t } = useTranslation()
  const { data, error, isError } = useRecount(version)
  if (isError) return <ProblemShown problem={error} />
  if (data === undefined) return <Text role="status">{t('loading')}</Text>
  const { calendar, counted: all, behind } = data
  const done = all - behind
  const isThere = Number(calendar.split('-').at(-1)) >= Number(version.split('-').at(-1)) || calendar > version
  return (
    <Stack gap="xs" maw={520}>
      <Text role="status">
        {!isThere
          ? t('calendars.recountWaits', { calendar })
          : behind === 0
            ? t('calendars.recountDone', { all, calendar })
            : t('calendars.recounted', { done, all, calendar })}
      </Text>
      {behind > 0 && <Progress value={(done / all) * 100} aria-label={t('calendars.recount')} />}
    </Stack>
  )
}
