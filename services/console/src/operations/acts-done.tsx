import { List, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { insight, orProblem } from '../frame/api.ts'
import { minute } from '../frame/moments.ts'
import { Section } from './section.tsx'

/** What operators did, with who and why: newest first. */
export const ActsDone = () => {
  const { t } = useTranslation()
  const { data, isError } = useQuery({
    queryKey: ['operations', 'acts'],
    queryFn: async () => (await orProblem(insight.GET('/acts'))).acts,
  })
  return (
    <Section title={t('operations.acts')} asked={!isError}>
      {data?.length === 0 && <Text>{t('operations.noActs')}</Text>}
      <List>
        {data?.map(({ id, at, who, what, target, reason, dry, found }) => (
          <List.Item key={id}>
            {minute(at)} · {who} · {t(`operations.what.${what}`, what)} ({Object.values(target).join(' ')}) · {found} ·{' '}
            {t(dry ? 'operations.rehearsed' : 'operations.done')} · {reason}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
