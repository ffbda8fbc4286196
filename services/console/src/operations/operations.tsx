import { Button, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FindDelivery } from '../post/find-delivery.tsx'
import { minute } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { ActsDone } from './acts-done.tsx'
import { Audits } from './audits.tsx'
import { DeadLetters } from './dead-letters.tsx'
import { Lags, QueuesShown } from './flows.tsx'
import { usePulse, verdictsOf, useAudits } from './pulse.ts'
import { Stories } from './stories.tsx'
import { SweptShown } from './swept.tsx'
import { Undelivered } from './undelivered.tsx'
import { VerdictsShown } from './verdicts.tsx'
import './words.ts'

/** One page that answers whether anything is stuck, lost, late to be told or out of step, and what to do about it. */
export const Operations = () => {
  const { t } = useTranslation()
  const pulse = usePulse()
  const audits = useAudits()
  if (pulse.isError)
    return (
      <ProblemShown problem={pulse.error}>
        <Button mt="xs" variant="default" onClick={() => void pulse.refetch()}>
          {t('retry')}
        </Button>
      </ProblemShown>
    )
  if (pulse.isPending) return <Text role="status">{t('loading')}</Text>
  const { queues, messages, lags, stories, swept, temporalUi, tracePage } = pulse.data
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          {t('operations.title')}
        </Title>
        <Text>{t('operations.lead')}</Text>
        <Text size="sm" c="dimmed">
          {t('operations.at', { at: minute(new Date(pulse.dataUpdatedAt).toISOString()) })}
        </Text>
      </div>
      <VerdictsShown verdicts={verdictsOf(pulse.data, audits.data?.report)} />
      <DeadLetters queues={queues} tracePage={tracePage} />
      <Undelivered messages={messages} />
      <Stories stories={stories} ui={temporalUi} />
      <SweptShown swept={swept} />
      <Audits audits={audits.data} isKnown={!audits.isError} />
      <QueuesShown queues={queues} />
      <Lags lags={lags} />
      <FindDelivery />
      <ActsDone />
    </Stack>
  )
}
