import { NumberInput, Select, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '../clients/postal.d.ts'
import { orProblem, postal } from '../frame/api.ts'
import { day, money } from '../frame/moments.ts'
import { Act } from './act.tsx'
import { faults } from './faults.ts'

type Liability = components['schemas']['LiabilityInput']
const harms = ['lost', 'damaged', 'late'] as const
type Props = { parcel: string; harm: Liability['harm']; onDone: (said: string) => void }
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

/** The written liability record: what happened, by whose fault, and more than the least where it was agreed (NĐ 47/2011 art. 25-26). */
export const LiabilityForm = ({ parcel, harm: first, onDone }: Props) => {
  const { t } = useTranslation()
  const [code, setCode] = useState(parcel)
  const [given, setGiven] = useState<Liability>({ harm: first, fault: 'operator', record: '', recordedOn: today() })
  const { harm, fault, record, recordedOn, amount } = given
  const { amount: _, ...least } = given
  return (
    <Act
      label={t('post.writeLiability')}
      disabled={code === '' || record === '' || recordedOn === ''}

      send={(header) =>
        orProblem(postal.POST('/parcels/{code}/liability', { params: { header, path: { code } }, body: given }))
      }
      onDone={({ amount: due, payBy, costs }) =>
        onDone(
          [
            t(payBy === null ? 'post.liabilityNothing' : 'post.liabilityDecided', {
              parcel: code,
              amount: money(due),
              on: payBy === null ? '' : day(payBy),
            }),
            t('post.costsOf', {
              repeat: t(`post.bearers.${costs['repeat-delivery']}`),
              back: t(`post.bearers.${costs.return}`),
              again: t(`post.bearers.${costs['re-issue']}`),
            }),
          ].join(' '),
        )
      }
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="sm">
        {parcel === '' && (
          <TextInput
            label={t('post.code')}
            required
            autoComplete="off"
            value={code}
            onChange={({ currentTarget }) => setCode(currentTarget.value.trim().toUpperCase())}
          />
        )}
        <Select
          label={t('post.harm')}
          data={harms.map((value) => ({ value, label: t(`post.harms.${value}`) }))}
          value={harm}
          allowDeselect={false}
          onChange={(value) => setGiven({ ...given, harm: value ?? harm })}
        />
        <Select
          label={t('post.fault')}
          data={faults.map((value) => ({ value, label: t(`post.faults.${value}`) }))}
          value={fault}
          allowDeselect={false}
          onChange={(value) => setGiven({ ...given, fault: value ?? fault })}
        />
        <TextInput
          label={t('post.recordOf')}
          required
          autoComplete="off"
          value={record}
          onChange={({ currentTarget }) => setGiven({ ...given, record: currentTarget.value.trim() })}
        />
        <TextInput
          type="date"
          label={t('post.recordedOn')}
          required
          value={recordedOn}
          onChange={({ currentTarget }) => setGiven({ ...given, recordedOn: currentTarget.value })}
        />
        <NumberInput
          label={t('post.amountAgreed')}
          description={t('post.amountHint')}
          min={0}
          allowDecimal={false}
          thousandSeparator="."
          decimalSeparator=","
          value={amount ?? ''}
          onChange={(value) => setGiven(value === '' ? least : { ...given, amount: Number(value) })}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {t('post.liabilityRule')}
      </Text>
    </Act>
  )
}
