import { Alert, Button, Checkbox, Fieldset, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '../clients/postal.d.ts'
import { orProblem, postal } from '../frame/api.ts'
import { day, money } from '../frame/moments.ts'
import { useProcedureNames } from '../frame/names.ts'
import { Act } from './act.tsx'
import { Around } from './around.tsx'
import { Asked } from './asked.tsx'
import { type Counts, PaperCounts, publishedCounts } from './paper-counts.tsx'
import { useDesks, usePublishedList } from './published-list.ts'

type Collected = components['schemas']['Collected']
const nobody = { name: '', phone: '', address: '' }

/** A citizen's papers taken in: checked against the published list, signed for by both, sealed before the sender (QĐ 45/2016 art. 6). */
export const Collect = () => {
  const { t } = useTranslation()
  const [round, setRound] = useState(0)
  const [done, setDone] = useState<Collected>()
  return (
    <Around title={t('post.collect')}>
      {done === undefined ? (
        <CollectForm key={round} onDone={setDone} />
      ) : (
        <Stack>
          <Alert color="gray" role="status" title={t('post.collected', { parcel: done.parcel })}>
            {t('post.slipNumber', { slip: done.slip })} · {t('post.promisedOn', { on: day(done.promised.on) })}
          </Alert>
          <Group>
            <Button component="a" href={`/api/postal/slips/${done.slip}.pdf`} target="_blank" autoFocus>
              {t('post.printSlip')}
            </Button>
            <Button
              component="a"
              variant="default"
              href={`/api/postal/parcels/${done.parcel}/label.pdf`}
              target="_blank"
            >
              {t('post.printLabel')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setDone(undefined)
                setRound(round + 1)
              }}
            >
              {t('post.nextSender')}
            </Button>
          </Group>
        </Stack>
      )}
    </Around>
  )
}

const CollectForm = ({ onDone }: { onDone: (collected: Collected) => void }) => {
  const { t } = useTranslation()
  const procedures = useProcedureNames()
  const desks = useDesks()
  const [sender, setSender] = useState(nobody)
  const [procedure, setProcedure] = useState('')
  const [desk, setDesk] = useState('')
  const [given, setGiven] = useState<Record<string, Counts>>({})
  const [told, setTold] = useState<Record<string, boolean>>({})
  const [proofs, setProofs] = useState<Record<string, string>>({})
  const [more, setMore] = useState({ dossierId: '', seal: '', parcel: '', postage: 26_000, byPost: true })
  const [stoodBy, setStoodBy] = useState({ signed: false, sealed: false })
  const list = usePublishedList(procedure)
  const papers = list.data === undefined ? {} : { ...publishedCounts(list.data.components), ...given }
  const fees = (list.data?.fees ?? []).filter(({ amount }) => amount !== null && amount > 0)

  const send = (key: { 'idempotency-key': string }) =>
    orProblem(
      postal.POST('/collections', {
        params: { header: key },
        body: {
          desk,
          procedure,
          papers,
          toldMissing: Object.keys(told).filter((id) => told[id] === true),
          fees: Object.fromEntries(
            fees.flatMap(({ id, amount }) => {
              const proof = proofs[id] ?? ''
              return proof === '' || amount === null ? [] : [[id, { amount, proof }]]
            }),
          ),
          postage: more.postage,
          returnBy: more.byPost ? 'post' : 'desk',
          sender,
          slipSigned: true,
          sealedBeforeSender: true,
          ...(more.dossierId !== '' && { dossierId: more.dossierId }),
          ...(more.seal !== '' && { seal: more.seal }),
          ...(more.parcel !== '' && { parcel: more.parcel }),
        },
      }),
    )

  return (
    <Act label={t('post.take')} send={send} onDone={onDone} disabled={!stoodBy.signed || !stoodBy.sealed}>
      <Fieldset legend={t('post.sender')}>
        <Group grow align="start">
          <TextInput
            label={t('post.name')}
            required
            data-autofocus
            autoComplete="off"
            maxLength={200}
            value={sender.name}
            onChange={({ currentTarget }) => setSender({ ...sender, name: currentTarget.value })}
          />
          <TextInput
            label={t('post.phone')}
            required
            type="tel"
            autoComplete="off"
            value={sender.phone}
            onChange={({ currentTarget }) => setSender({ ...sender, phone: currentTarget.value })}
          />
        </Group>
        <TextInput
          mt="sm"
          label={t('post.address')}
          required
          autoComplete="off"
          maxLength={300}
          value={sender.address}
          onChange={({ currentTarget }) => setSender({ ...sender, address: currentTarget.value })}
        />
      </Fieldset>
      <Fieldset legend={t('post.what')}>
        <Stack gap="sm">
          <Select
            label={t('post.procedure')}
            searchable
            required
            data={[...procedures].map(([value, name]) => ({ value, label: `${name} (${value})` }))}
            value={procedure === '' ? null : procedure}
            onChange={(value) => {
              setProcedure(value ?? '')
              setGiven({})
              setTold({})
            }}
            limit={50}
          />
          <Select
            label={t('post.deskTo')}
            searchable
            required
            data={desks}
            value={desk === '' ? null : desk}
            onChange={(value) => setDesk(value ?? '')}
            limit={50}
          />
          <TextInput
            label={t('post.supplementOf')}
            description={t('post.supplementHint')}
            autoComplete="off"
            value={more.dossierId}
            onChange={({ currentTarget }) => setMore({ ...more, dossierId: currentTarget.value.trim() })}
          />
        </Stack>
      </Fieldset>
      {procedure !== '' && (
        <Asked of={list}>
          {({ byPost, components: published }) =>
            byPost ? (
              <PaperCounts
                components={published}
                counts={papers}
                told={told}
                onCount={(id, counts) => setGiven({ ...given, [id]: counts })}
                onTold={(id, is) => setTold({ ...told, [id]: is })}
              />
            ) : (
              <Alert color="red" variant="outline" role="alert" title={t('post.notByPost')} />
            )
          }
        </Asked>
      )}
      <Fieldset legend={t('post.money')}>
        <Stack gap="sm">
          {fees.map(({ id, name, amount }) => (
            <TextInput
              key={id}
              label={`${name}: ${money(amount ?? 0)}`}
              description={t('post.proofHint')}
              autoComplete="off"
              value={proofs[id] ?? ''}
              onChange={({ currentTarget }) => setProofs({ ...proofs, [id]: currentTarget.value })}
            />
          ))}
          {procedure !== '' && fees.length === 0 && <Text size="sm">{t('post.noFees')}</Text>}
          <NumberInput
            label={t('post.postage')}
            required
            min={0}
            allowDecimal={false}
            thousandSeparator="."
            decimalSeparator=","
            maw={240}
            value={more.postage}
            onChange={(value) => setMore({ ...more, postage: Number(value) })}
          />
        </Stack>
      </Fieldset>
      <Fieldset legend={t('post.sealing')}>
        <Stack gap="sm">
          <Group grow align="start">
            <TextInput
              label={t('post.seal')}
              autoComplete="off"
              maxLength={60}
              value={more.seal}
              onChange={({ currentTarget }) => setMore({ ...more, seal: currentTarget.value })}
            />
            <TextInput
              label={t('post.labelCode')}
              description={t('post.labelHint')}
              autoComplete="off"
              value={more.parcel}
              onChange={({ currentTarget }) => setMore({ ...more, parcel: currentTarget.value })}
            />
          </Group>
          <Checkbox
            label={t('post.returnByPost')}
            checked={more.byPost}
            onChange={({ currentTarget }) => setMore({ ...more, byPost: currentTarget.checked })}
          />
          <Checkbox
            label={t('post.slipSigned')}
            required
            checked={stoodBy.signed}
            onChange={({ currentTarget }) => setStoodBy({ ...stoodBy, signed: currentTarget.checked })}
          />
          <Checkbox
            label={t('post.sealedBefore')}
            required
            checked={stoodBy.sealed}
            onChange={({ currentTarget }) => setStoodBy({ ...stoodBy, sealed: currentTarget.checked })}
          />
          <Text size="sm" c="dimmed">
            {t('post.collectRule')}
          </Text>
        </Stack>
      </Fieldset>
    </Act>
  )
}
