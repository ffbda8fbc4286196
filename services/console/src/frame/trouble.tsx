import { Alert, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** When a page itself cannot be shown, as a part of it that did not arrive: nothing is lost, and it can be tried again. */
export const Trouble = () => {
  const { t } = useTranslation()
  return (
    <Alert color="gray" role="alert" title={t('trouble')}>
      <Button variant="default" onClick={() => window.location.reload()}>
        {t('retry')}
      </Button>
    </Alert>
  )
}
