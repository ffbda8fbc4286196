import { Anchor, Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export const Nowhere = () => {
  const { t } = useTranslation()
  return (
    <Stack>
      <Title order={1}>{t('notFound')}</Title>
      <Anchor href="/">{t('home')}</Anchor>
    </Stack>
  )
}
