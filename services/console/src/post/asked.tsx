import { Button, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemShown } from '../frame/problem.tsx'

type Props<T> = { of: UseQueryResult<T>; children: (answer: T) => ReactNode }

/** What was asked for: on its way, refused with a way to try again, or here. */
export const Asked = <T,>({ of, children }: Props<T>) => {
  const { t } = useTranslation()
  if (of.isError)
    return (
      <ProblemShown problem={of.error}>
        <Button mt="xs" variant="default" onClick={() => void of.refetch()}>
          {t('retry')}
        </Button>
      </ProblemShown>
    )
  if (of.data === undefined) return <Text role="status">{t('loading')}</Text>
  return children(of.data)
}
