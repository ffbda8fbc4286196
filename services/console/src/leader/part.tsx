import { Text, Title } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemShown } from '../frame/problem.tsx'

type Shown<T> = { title: string; asked: UseQueryResult<T>; children: (found: T) => React.ReactNode }

/** One part of the page: what was found, or that it is asked for, or why it is not there. */
export const Part = <T,>({ title, asked, children }: Shown<T>) => {
  const { t } = useTranslation()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h4" id={id} mb="xs">
        {title}
      </Title>
      {asked.isPending && <Text role="status">{t('loading')}</Text>}
      {asked.isError && <ProblemShown problem={asked.error} />}
      {asked.data !== undefined && children(asked.data)}
    </section>
  )
}
