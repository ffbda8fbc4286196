import { Anchor, Button, Checkbox, Group, Paper, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Running } from '../bulk/use-run.ts'
import { casework, orProblem } from '../frame/api.ts'
import { LightShown } from '../frame/light.tsx'
import { day, minute } from '../frame/moments.ts'
import { useProcedureNames } from '../frame/names.ts'
import { Part } from './part.tsx'
import { useSeenFirst } from './seen-first.ts'

/** Proposed results: each opened before it can be chosen, numbered, and signed as one of many or alone. */
export const ToSign = ({ organisation, running }: { organisation: string; running: Running }) => {
  const { t, i18n } = useTranslation()
  const procedures = useProcedureNames()
  const { seen, chosen, see, choose, none } = useSeenFirst()
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>({})
  const [first, setFirst] = useState('')
  const [suffix, setSuffix] = useState('')
  const asked = useQuery({
    queryKey: ['worklist', 'to-sign', organisation],
    queryFn: () => orProblem(casework.GET('/to-sign', { params: { query: { organisation } } })),
  })
  const rows = asked.data?.rows ?? []
  const wanted = rows.filter(({ id }) => chosen.has(id))
  const isReady = wanted.length > 0 && wanted.every(({ id }) => (numbers[id] ?? '').trim() !== '')
  const fill = () => {
    const from = Number(first)
    if (!Number.isSafeInteger(from) || from < 1) return
    setNumbers({ ...numbers, ...Object.fromEntries(wanted.map(({ id }, i) => [id, `${from + i}${suffix}`])) })
  }
  const sign = () => {
    running.begin({
      id: crypto.randomUUID(),
      act: 'Sign',
      orders: wanted.map(({ id, code, version, outcome }) => ({
        id,
        label: code ?? id,
        version,
        command: { type: 'Sign', outcome, number: (numbers[id] ?? '').trim() },
      })),
      skips: [],
      answers: {},
    })
    none()
  }
  return (
    <Part title={t('leading.toSign', { count: asked.data?.waiting ?? 0 })} asked={asked}>
      {({ rows: found }) =>
        found.length === 0 ? (
          <Text>{t('leading.nothingToSign')}</Text>
        ) : (
          <Stack gap="sm">
            <Text size="sm">{t('leading.seenFirst')}</Text>
            <Stack component="ul" gap="xs" m={0} p={0} className="cards">
              {found.map(({ id, code, procedure, outcome, proposedAt, proposedBy, due, light, refused }) => (
                <li key={id}>
                  <Paper withBorder p="sm">
                    <Group justify="space-between" align="start">
                      <Stack gap={2}>
                        <Text>
                          <Anchor
                            href={`/ho-so/${id}`}
                            target="_blank"
                            rel="noreferrer"
                            onClick={() => see(id)}
                            onAuxClick={() => see(id)}
                          >
                            {code ?? id}
                          </Anchor>{' '}
                          · {procedures.get(procedure) ?? procedure}
                        </Text>
                        <Text size="sm">
                          <b>{t(`choices.${outcome}`)}</b> ·{' '}
                          {t('leading.proposed', { person: proposedBy, at: minute(proposedAt) })}
                        </Text>
                        <Text size="sm">
                          {due !== null && day(due.on)} <LightShown light={light} /> ·{' '}
                          {t(seen.has(id) ? 'leading.seen' : 'leading.notSeen')}
                        </Text>
                        {refused !== null && <Text size="sm">{i18n.language === 'vi' ? refused.vi : refused.en}</Text>}
                      </Stack>
                      {refused === null && (
                        <Group align="end">
                          <Checkbox
                            label={t('leading.sign', { code: code ?? id })}
                            disabled={!seen.has(id)}
                            checked={chosen.has(id)}
                            onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
                          />
                          {chosen.has(id) && (
                            <TextInput
                              label={t('leading.number', { code: code ?? id })}
                              required
                              maxLength={60}
                              value={numbers[id] ?? ''}
                              onChange={({ currentTarget }) => setNumbers({ ...numbers, [id]: currentTarget.value })}
                            />
                          )}
                        </Group>
                      )}
                    </Group>
                  </Paper>
                </li>
              ))}
            </Stack>
            {wanted.length > 0 && (
              <Group align="end">
                {wanted.length > 1 && (
                  <>
                    <TextInput
                      w={110}
                      label={t('leading.firstNumber')}
                      inputMode="numeric"
                      value={first}
                      onChange={({ currentTarget }) => setFirst(currentTarget.value)}
                    />
                    <TextInput
                      label={t('leading.suffix')}
                      maxLength={40}
                      value={suffix}
                      onChange={({ currentTarget }) => setSuffix(currentTarget.value)}
                    />
                    <Button variant="default" onClick={fill}>
                      {t('leading.fill')}
                    </Button>
                  </>
                )}
                <Button disabled={!isReady || running.run !== undefined} onClick={sign}>
                  {t('leading.signChosen', { count: wanted.length })}
                </Button>
              </Group>
            )}
          </Stack>
        )
      }
    </Part>
  )
}
