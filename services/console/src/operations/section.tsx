import { Text, Title } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

type Shown = { title: string; asked: boolean; children: React.ReactNode }

/** One part of the page; where it could not be asked, it says so. */
export const Section = ({ title, asked, children }: Shown) => {
  const { t } = useTranslation()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h4" id={id} mb="xs">
        {title}
      </Title>
      {asked ? children : <Text c="dimmed">{t('operations.notAsked')}</Text>}
    </section>
  )
}
