import { Alert } from '@mantine/core'
import { useNetwork } from '@mantine/hooks'
import { useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Without a network nothing can be done but by a courier, whose page says itself what it keeps. */
export const Offline = () => {
  const { t } = useTranslation()
  const { online } = useNetwork()
  const here = useRouterState({ select: ({ location }) => location.pathname })
  return online || here === '/buu-ta' ? null : (
    <Alert color="gray" mb="md" role="status">
      {t('offline')}
    </Alert>
  )
}
