import { Button, Group, Input, Paper, Stack, Text } from '@mantine/core'
import { feesDue } from '@dossier/domain/fees'
import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { components } from '../clients/intake.d.ts'
import { intake, orProblem } from '../frame/api.ts'
import { money } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'
import type { Body, Posted } from './draft.ts'
import { useOrders } from './use-orders.ts'

type Order = components['schemas']['PaymentOrder']

type Shown = {
  posted: Posted
  counts: Body['counts']
  wrong: ReadonlyMap<string, string>
  /** What was typed is kept first: paying leads to another site. */
  beforeLeaving: () => Promise<void>
}

/** What it costs, what of it is paid, and the way to pay. */
export const ApplyFees = ({ posted, counts, wrong, beforeLeaving }: Shown) => {
  const { t } = useTranslation()
  const { tt } = useSearch({ from: '/nop-truc-tuyen/$code' })
  const orders = useOrders(posted.code, tt)
  const fees = feesDue(posted, 'online', posted.on, counts)
  if (fees.length === 0) return <Text>{t('procedures.free')}</Text>
  return (
    <Stack component="ul" className="cards" gap="sm" mt="xs">
      {fees.map(({ id, name, due, amount }) => (
        <Paper component="li" key={id} withBorder p="sm" id={`payments/${id}`} tabIndex={-1}>
          <Text fw={500}>
            {name}: {amount === null ? t('apply.notCounted') : money(amount)}
          </Text>
          {orders.isError && <ProblemShown problem={orders.error} />}
          {due === 'return' && <Text size="sm">{t('apply.atReturn')}</Text>}
          {due === 'acceptance' && amount !== null && amount > 0 && orders.isSuccess && (
            <Pay
              procedure={posted.code}
              fee={id}
              amount={amount}
              counts={counts}
              orders={orders.data.filter(({ fee }) => fee === id)}
              beforeLeaving={beforeLeaving}
            />
          )}
          {wrong.get(`#/body/payments/${id}`) !== undefined && (
            <Input.Error size="sm">{wrong.get(`#/body/payments/${id}`)}</Input.Error>
          )}
        </Paper>
      ))}
    </Stack>
  )
}

type Paying = {
  procedure: string
  fee: string
  amount: number
  counts: Body['counts']
  orders: readonly Order[]
  beforeLeaving: () => Promise<void>
}
const Pay = ({ procedure, fee, amount, counts, orders, beforeLeaving }: Paying) => {
  const { t } = useTranslation()
  const { tt } = useSearch({ from: '/nop-truc-tuyen/$code' })
  const paid = orders.find((order) => order.state === 'paid' && order.amount >= amount)
  const last = orders.find(({ orderId }) => orderId === tt)
  const pay = useMutation({
    mutationFn: async () => {
      await beforeLeaving()
      const header = { 'idempotency-key': crypto.randomUUID() }
      return orProblem(intake.POST('/payment-orders', { params: { header }, body: { procedure, fee, counts } }))
    },
    onSuccess: ({ payAt }) => (payAt === null ? window.location.reload() : window.location.assign(payAt)),
  })
  if (paid !== undefined)
    return (
      <Text size="sm" role="status">
        ✓ {t('apply.paid', { proof: paid.proof })}
      </Text>
    )
  return (
    <>
      {last?.state === 'failed' && (
        <Text size="sm" role="status">
          {t('apply.payFailed')}
        </Text>
      )}
      {last?.state === 'open' && (
        <Text size="sm" role="status">
          {t('apply.payOpen')}
        </Text>
      )}
      <Group mt="xs">
        <Button
          size="compact-md"
          variant="default"
          loading={pay.isPending || pay.isSuccess}
          onClick={() => pay.mutate()}
        >
          {t('apply.pay', { amount: money(amount) })}
        </Button>
      </Group>
      {pay.isError && <ProblemShown problem={pay.error} />}
    </>
  )
}
