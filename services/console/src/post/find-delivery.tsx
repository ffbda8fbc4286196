import { Button, Fieldset, Group, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import './words.ts'

/** From a parcel's code, typed or scanned, to what its courier brought back. */
export const FindDelivery = () => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  return (
    <Fieldset legend={t('post.findDelivery')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (code !== '') void navigate({ to: '/buu-gui/$code/lan-phat', params: { code } })
        }}
      >
        <Group align="end">
          <TextInput
            maw={320}
            label={t('post.code')}
            autoComplete="off"
            value={code}
            onChange={({ currentTarget }) => setCode(currentTarget.value.trim().toUpperCase())}
          />
          <Button type="submit" variant="default" disabled={code === ''}>
            {t('post.open')}
          </Button>
        </Group>
      </form>
    </Fieldset>
  )
}
