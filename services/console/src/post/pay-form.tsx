import { Group, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orProblem, postal } from '../frame/api.ts'
import { money } from '../frame/moments.ts'
import { Act } from './act.tsx'

type Props = { parcel: string; left: number; onDone: (said: string) => void }

/** A payment to the citizen, by the number of its receipt. */
export const PayForm = ({ parcel, left, onDone }: Props) => {
  const { t } = useTranslation()
  const [amount, setAmount] = useState(left)
  const [proof, setProof] = useState('')
  return (
    <Act
      label={t('post.writePayment')}
      disabled={proof === '' || amount <= 0}

      send={(header) =>
        orProblem(
          postal.POST('/parcels/{code}/compensation-payments', {
            params: { header, path: { code: parcel } },
            body: { amount, proof },
          }),
        )
      }
      onDone={({ owed, inTime }) => onDone(t(inTime ? 'post.paid' : 'post.paidLate', { parcel, owed: money(owed) }))}
    >
      <Group mt="sm" align="end">
        <NumberInput
          label={t('post.amount')}
          min={1}
          max={left}
          allowDecimal={false}
          thousandSeparator="."
          decimalSeparator=","
          value={amount}
          onChange={(value) => setAmount(Number(value))}
        />
        <TextInput
          label={t('post.receipt')}
          required
          autoComplete="off"
          value={proof}
          onChange={({ currentTarget }) => setProof(currentTarget.value.trim())}
        />
      </Group>
    </Act>
  )
}
