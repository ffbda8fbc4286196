import { Alert, Anchor, Checkbox, Fieldset, Group, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orProblem, postal } from '../frame/api.ts'
import { useProcedureNames } from '../frame/names.ts'
import { Act } from './act.tsx'
import { Asked } from './asked.tsx'
import type { Parcel } from './offices.ts'
import { PaperCounts } from './paper-counts.tsx'
import { usePublishedList } from './published-list.ts'

type Found = { originals: number; certifiedCopies: number; copies: number; results: number }
const kinds = ['originals', 'certifiedCopies', 'copies', 'results'] as const
const none: Found = { originals: 0, certifiedCopies: 0, copies: 0, results: 0 }

/** The desk's half of the joint count: what desk and courier find in a parcel that they open together (QĐ 45/2016 art. 7). */
export const CountTogether = ({ desk }: { desk: string }) => {
  const { t } = useTranslation()
  const [code, setCode] = useState<string | null>(null)
  const [record, setRecord] = useState<{ number: string; differing: string[] }>()
  const listed = useQuery({
    queryKey: ['post', 'parcels', desk],
    enabled: desk !== '',
    queryFn: () => orProblem(postal.GET('/parcels', { params: { query: { organisation: desk } } })),
  })
  return (
    <Fieldset legend={t('post.countTogether')}>
      {record !== undefined && (
        <Alert
          color={record.differing.length === 0 ? 'gray' : 'red'}
          variant={record.differing.length === 0 ? 'light' : 'outline'}
          role="status"
          mb="sm"
          title={t('post.recordMade', { number: record.number })}
        >
          {record.differing.length === 0 ? t('post.courierSigns') : t('post.countDiffers')}{' '}
          <Anchor href={`/api/postal/handover-records/${record.number}.pdf`} target="_blank">
            {t('post.printRecord')}
          </Anchor>
        </Alert>
      )}
      <Asked of={listed}>
        {({ parcels }) => {
          const coming = parcels.filter(({ postedOn }) => postedOn !== null)
          return coming.length === 0 ? (
            <Text role="status">{t('post.noneComing')}</Text>
          ) : (
            <Stack gap="sm">
              <Select
                maw={480}
                label={t('post.parcel')}
                searchable
                data={coming.map((parcel) => ({
                  value: parcel.code,
                  label: `${parcel.code} · ${t(`post.purposes.${parcel.purpose}`)}`,
                }))}
                value={code}
                onChange={setCode}
              />
              {code !== null && (
                <CountOne
                  key={code}
                  code={code}
                  desk={desk}
                  onDone={(made) => {
                    setRecord(made)
                    setCode(null)
                  }}
                />
              )}
            </Stack>
          )
        }}
      </Asked>
    </Fieldset>
  )
}

type One = { code: Parcel['code']; desk: string; onDone: (made: { number: string; differing: string[] }) => void }

const CountOne = ({ code, desk, onDone }: One) => {
  const { t } = useTranslation()
  const procedures = useProcedureNames()
  const [procedure, setProcedure] = useState('')
  const [given, setGiven] = useState<Record<string, Found>>({})
  const [whole, setWhole] = useState({ sealWhole: true, complete: true })
  const [fees, setFees] = useState<Record<string, number>>({})
  const [remark, setRemark] = useState('')
  const list = usePublishedList(procedure)
  const read = useQuery({
    queryKey: ['post', 'parcel', code],
    queryFn: () => orProblem(postal.GET('/parcels/{code}', { params: { path: { code } } })),
  })
  const count = (id: string, more: Partial<Found>) => setGiven({ ...given, [id]: { ...none, ...given[id], ...more } })
  return (
    <Asked of={read}>
      {({ papers, purpose }) => (
        <Act
          label={t('post.makeRecord')}
          disabled={purpose === 'application' && list.data === undefined}

          send={(header) =>
            orProblem(
              postal.POST('/handover-records', {
                params: { header },
                body: {
                  desk,
                  parcels: [{ parcel: code, ...whole, counted: given, fees, ...(remark !== '' && { remark }) }],
                },
              }),
            )
          }
          onDone={onDone}
        >
          <Text size="sm">{t('post.countBlind')}</Text>
          {purpose === 'application' ? (
            <>
              <Select
                label={t('post.procedure')}
                searchable
                required
                data={[...procedures].map(([value, name]) => ({ value, label: `${name} (${value})` }))}
                value={procedure === '' ? null : procedure}
                onChange={(value) => {
                  setProcedure(value ?? '')
                  setGiven({})
                }}
                limit={50}
              />
              {list.data !== undefined && (
                <PaperCounts components={list.data.components} counts={given} onCount={count} />
              )}
              {(list.data?.fees ?? []).map(({ id, name }) => (
                <NumberInput
                  key={id}
                  maw={320}
                  label={t('post.handed', { name })}
                  min={0}
                  allowDecimal={false}
                  thousandSeparator="."
                  decimalSeparator=","
                  value={fees[id] ?? ''}
                  onChange={(value) => setFees({ ...fees, [id]: Number(value) })}
                />
              ))}
            </>
          ) : (
            componentsOf(papers).map((id) => (
              <Group key={id} role="group" aria-label={t('post.componentNumber', { id })}>
                {kinds.map((kind) => (
                  <NumberInput
                    key={kind}
                    w={200}
                    label={`${id} · ${t(`post.kinds.${kind}`)}`}
                    min={0}
                    max={99}
                    allowDecimal={false}
                    value={given[id]?.[kind] ?? 0}
                    onChange={(value) => count(id, { [kind]: Number(value) })}
                  />
                ))}
              </Group>
            ))
          )}
          {(['sealWhole', 'complete'] as const).map((name) => (
            <Checkbox
              key={name}
              label={t(`post.${name}`)}
              checked={whole[name]}
              onChange={({ currentTarget }) => setWhole({ ...whole, [name]: currentTarget.checked })}
            />
          ))}
          <Textarea
            label={t('post.remark')}
            maxLength={300}
            value={remark}
            onChange={({ currentTarget }) => setRemark(currentTarget.value)}
          />
        </Act>
      )}
    </Asked>
  )
}

const componentsOf = (papers: readonly { component: string }[]) => [
  ...new Set(papers.map(({ component }) => component)),
]
