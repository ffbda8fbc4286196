import { Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import './words.ts'
import { Own } from './own.tsx'
import { Undelivered } from './undelivered.tsx'

/** What did not arrive comes first: somebody waits for it. */
export const Messages = () => {
  const { t } = useTranslation()
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('messages.title')}
      </Title>
      <Undelivered />
      <Own />
    </Stack>
  )
}
