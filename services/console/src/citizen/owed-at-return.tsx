import { Alert, Button, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import './words.ts'
import type { components } from '../clients/intake.d.ts'
import type { Seen } from '../dossier/seen.ts'
import { intake, orProblem } from '../frame/api.ts'
import { money } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { useOrders } from './use-orders.ts'

type Owed = components['schemas']['Application']['owed'][number]
type Order = components['schemas']['PaymentOrder']

/** What is to be paid before the result is handed over, and the way to pay it online; nothing where nothing is owed. */
export const OwedAtReturn = ({ dossier }: { dossier: Seen }) => {
  const { t } = useTranslation()
  const { tt } = useSearch({ from: '/ho-so-cua-toi/$dossierId' })
  const { id, axes } = dossier
  const isDue = axes.state === 'completed'
  const read = useQuery({
    queryKey: ['dossier', id, 'application'],
    enabled: isDue,
    queryFn: () => orProblem(intake.GET('/applications/{id}', { params: { path: { id } } })),
  })
  if (!isDue) return null
  if (read.isError) return <ProblemShown problem={read.error} />
  // Told to who comes back from paying, and not at each look.
  if (tt !== undefined && read.data?.owed.length === 0)
    return (
      <Text role="status" className="screen">
        ✓ {t('apply.paidInFull')}
      </Text>
    )
  return read.data?.owed.map((owed) => <One key={owed.id} owed={owed} dossier={dossier} />)
}

const One = ({ owed, dossier }: { owed: Owed; dossier: Seen }) => {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { tt } = useSearch({ from: '/ho-so-cua-toi/$dossierId' })
  const { procedure } = dossier.axes
  const orders = useOrders(procedure, tt)
  const bring = useMutation({
    mutationFn: ({ orderId, amount, proof }: Order) =>
      orProblem(
        intake.POST('/applications/{id}/amendments', {
          params: { path: { id: dossier.id }, header: { 'idempotency-key': `${orderId}:paid` } },
          body: { components: {}, payments: { [owed.id]: { by: 'online', amount, proof: proof ?? '' } } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['dossier', dossier.id] }),
  })
  const pay = useMutation({
    mutationFn: () => {
      const header = { 'idempotency-key': crypto.randomUUID() }
      const body = { procedure, fee: owed.id, dossier: dossier.id }
      return orProblem(intake.POST('/payment-orders', { params: { header }, body }))
    },
    // Paid before, by somebody who did not come back: it is brought now.
    onSuccess: ({ payAt, ...order }) => (payAt === null ? bring.mutate(order) : window.location.assign(payAt)),
  })
  const last = orders.data?.find(({ orderId }) => orderId === tt)
  const isPaid = last?.state === 'paid' && last.fee === owed.id
  const { mutate, isIdle } = bring
  useEffect(() => {
    if (isPaid && isIdle) mutate(last)
  }, [isPaid, isIdle, last, mutate])
  return (
    <Alert color="gray" variant="outline" role="group" title={t('apply.owed')} className="screen">
      <Text size="sm">
        {owed.name}: {owed.amount === null ? t('apply.notCounted') : money(owed.amount)}
      </Text>
      {last?.state === 'failed' && <Text role="status">{t('apply.payFailed')}</Text>}
      {last?.state === 'open' && <Text role="status">{t('apply.payOpen')}</Text>}
      {bring.isError && (
        <ProblemShown problem={bring.error}>
          {isPaid && (
            <Button mt="xs" variant="default" onClick={() => bring.mutate(last)}>
              {t('retry')}
            </Button>
          )}
        </ProblemShown>
      )}
      {pay.isError && <ProblemShown problem={pay.error} />}
      {owed.amount !== null && !isPaid && (
        <Button mt="xs" variant="default" loading={pay.isPending || pay.isSuccess} onClick={() => pay.mutate()}>
          {t('apply.pay', { amount: money(owed.amount) })}
        </Button>
      )}
    </Alert>
  )
}
