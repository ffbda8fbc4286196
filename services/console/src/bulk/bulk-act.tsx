import { Button, Group, List, Paper, Select, Stack, Text, Textarea, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOfficersOf } from '../officer/choices-by-name.ts'
import { casework, orProblem, type Problem } from '../frame/api.ts'
import { useNames } from '../frame/names.ts'
import { ProblemShown } from '../frame/problem.tsx'
import type { Run } from './run.ts'
import './words.ts'

export const bulkActs = ['AcceptHandover', 'OfferHandover', 'Assign'] as const
export type BulkActName = (typeof bulkActs)[number]
type Chosen = { id: string; label: string }
type Asked = {
  act: BulkActName
  organisation: string
  chosen: readonly Chosen[]
  onBegin: (run: Run) => void
  onCancel: () => void
}

/** Before many dossiers are acted on: which of them, where to, and which are left out by what rule. */
export const BulkAct = ({ act, organisation, chosen: given, onBegin, onCancel }: Asked) => {
  // What was chosen when it was opened: a list that goes on beside it changes nothing under somebody's hands.
  const [chosen] = useState(given)
  const { t, i18n } = useTranslation()
  const names = useNames()
  const officers = useOfficersOf(organisation, act === 'Assign')
  const [officer, setOfficer] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const ids = chosen.map(({ id }) => id)
  const asked = useQuery({
    queryKey: ['preview', act, ids],
    staleTime: 0,
    gcTime: 0,
    queryFn: () => orProblem(casework.POST('/worklist/preview', { body: { command: act, dossiers: ids } })),
  })
  const labels = new Map(chosen.map(({ id, label }) => [id, label]))
  const prospects = asked.data?.rows ?? []
  const rows = prospects.map((row) => ({ ...row, label: labels.get(row.id) ?? row.id }))
  const skips = rows.flatMap(({ id, label, refused }) =>
    refused === null ? [] : [{ id, label, problem: problemFrom(refused) }],
  )
  const orders = rows.flatMap(({ id, label, version, about, refused }) => {
    if (refused !== null || version === null) return []
    return [{ id, label, version, command: commandOf(act, { about, officer, note }), about }]
  })
  const destinations = Map.groupBy(orders, ({ about }) => about ?? '')
  const byReason = Map.groupBy(skips, ({ problem }) => problem.code)
  const isReady = orders.length > 0 && (act !== 'Assign' || officer !== null)
  const begin = () =>
    onBegin({
      id: crypto.randomUUID(),
      act,
      orders: orders.map(({ id, label, version, command }) => ({ id, label, version, command })),
      skips,
      answers: {},
    })
  return (
    <Paper withBorder p="md" component="section" className="screen" aria-labelledby="xem-truoc">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) begin()
        }}
      >
        <Stack gap="sm">
          <Title order={2} size="h4" id="xem-truoc" ref={heading} tabIndex={-1}>
            {t('bulk.preview')}: {t(`bulk.acts.${act}`)}
          </Title>
          {asked.isPending && <Text role="status">{t('loading')}</Text>}
          {asked.isError && <ProblemShown problem={asked.error} />}
          {asked.isSuccess && (
            <>
              <Text role="status" fw={600}>
                {t('bulk.will', { count: orders.length, skipped: skips.length })}
              </Text>
              <Text size="sm">{t(`bulk.consequences.${act}`)}</Text>
              {act === 'OfferHandover' && (
                <List size="sm">
                  {[...destinations].map(([to, going]) => (
                    <List.Item key={to}>{t('bulk.to', { count: going.length, place: names.get(to) ?? to })}</List.Item>
                  ))}
                </List>
              )}
              {skips.length > 0 && (
                <List size="sm">
                  {[...byReason].map(([code, left]) => (
                    <List.Item key={code}>
                      <Text span size="sm" fw={600}>
                        {t('bulk.leftOut', { count: left.length })}
                      </Text>{' '}
                      {i18n.language === 'vi' ? left[0]?.problem.title : left[0]?.problem.detail}{' '}
                      {left[0]?.problem.rule !== undefined && t('rule', { rule: left[0].problem.rule })}
                      <Text size="sm" c="dimmed">
                        {left.map(({ label }) => label).join(', ')}
                      </Text>
                    </List.Item>
                  ))}
                </List>
              )}
            </>
          )}
          {act === 'Assign' && (
            <Select
              label={t('bulk.officer')}
              searchable
              required
              data={officers}
              value={officer}
              onChange={setOfficer}
            />
          )}
          {act === 'OfferHandover' && (
            <Textarea
              label={t('bulk.note')}
              autosize
              maxLength={4_000}
              value={note}
              onChange={({ currentTarget }) => setNote(currentTarget.value)}
            />
          )}
          <Group>
            <Button type="submit" disabled={!isReady}>
              {t('bulk.begin', { count: orders.length })}
            </Button>
            <Button variant="default" onClick={onCancel}>
              {t('bulk.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}

type Said = { about: string | null; officer: string | null; note: string }
const commandOf = (act: BulkActName, { about, officer, note }: Said): Record<string, unknown> => {
  switch (act) {
    case 'AcceptHandover':
      return { type: act }
    case 'Assign':
      return { type: act, officer }
    case 'OfferHandover':
      return { type: act, to: about, ...(note !== '' && { note }) }
  }
}

type Refused = { code: string; vi: string; en: string; rule: string | null }
const problemFrom = ({ code, vi: title, en: detail, rule }: Refused): Problem => ({
  status: 409,
  code,
  title,
  detail,
  ...(rule !== null && { rule }),
})
