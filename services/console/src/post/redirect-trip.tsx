import { Group, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orProblem, postal } from '../frame/api.ts'
import { Act } from './act.tsx'
import { usePostOffices } from './published-list.ts'

type Props = { code: string; from: string; to: string; onDone: (said: string) => void }

/** A trip nobody has taken goes on to another office than its list named: on purpose, and with a reason. */
export const RedirectTrip = ({ code, from, to: first, onDone }: Props) => {
  const { t } = useTranslation()
  const offices = usePostOffices().filter(({ value }) => value !== from && value !== first)
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  return (
    <Act
      label={t('post.writeRedirection')}
      disabled={to === '' || reason === ''}

      send={(header) =>
        orProblem(
          postal.POST('/manifests/{code}/redirection', { params: { header, path: { code } }, body: { to, reason } }),
        )
      }
      onDone={() => onDone(t('post.redirected', { code }))}
    >
      <Group mt="sm" align="end" grow preventGrowOverflow={false}>
        <Select
          label={t('post.redirectTo')}
          searchable
          required
          data={offices}
          value={to === '' ? null : to}
          onChange={(value) => setTo(value ?? '')}
        />
        <TextInput
          label={t('post.redirectWhy')}
          required
          maxLength={300}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </Group>
    </Act>
  )
}
