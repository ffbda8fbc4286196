import { Anchor, Button, Checkbox, Group, Paper, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Running } from '../bulk/use-run.ts'
import { casework, orProblem } from '../frame/api.ts'
import { day, minute } from '../frame/moments.ts'
import { useNames, useProcedureNames } from '../frame/names.ts'
import { Part } from './part.tsx'
import { useSeenFirst } from './seen-first.ts'

/** Drafted apologies with their reason and new date; signed as drafted here, or otherwise on the dossier itself. */
export const Apologies = ({ organisation, running }: { organisation: string; running: Running }) => {
  const { t } = useTranslation()
  const names = useNames()
  const procedures = useProcedureNames()
  const { seen, chosen, see, choose, none } = useSeenFirst()
  const asked = useQuery({
    queryKey: ['worklist', 'apologies', organisation],
    queryFn: () => orProblem(casework.GET('/apologies', { params: { query: { organisation } } })),
  })
  const wanted = (asked.data?.rows ?? []).filter(({ id }) => chosen.has(id))
  const sign = () => {
    running.begin({
      id: crypto.randomUUID(),
      act: 'Reappoint',
      orders: wanted.map(({ id, code, version }) => ({
        id,
        label: code ?? id,
        version,
        command: { type: 'Reappoint' },
      })),
      skips: [],
      answers: {},
    })
    none()
  }
  return (
    <Part title={t('leading.apologies', { count: asked.data?.waiting ?? 0 })} asked={asked}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Text>{t('leading.noApologies')}</Text>
        ) : (
          <Stack gap="sm">
            <Text size="sm">{t('leading.seenFirst')}</Text>
            <Stack component="ul" gap="xs" m={0} p={0} className="cards">
              {rows.map(({ id, code, procedure, due, by, isTooLate, reason, lateBy, appointment }) => (
                <li key={id}>
                  <Paper withBorder p="sm">
                    <Group justify="space-between" align="start">
                      <Stack gap={2}>
                        <Text>
                          <Anchor href={`/ho-so/${id}`} target="_blank" rel="noreferrer" onClick={() => see(id)}>
                            {code ?? id}
                          </Anchor>{' '}
                          · {procedures.get(procedure) ?? procedure}
                        </Text>
                        <Text size="sm">
                          {day(due.on)} · {t(`leading.reasons.${reason}`)}
                          {lateBy.length > 0 && `: ${lateBy.map(({ of }) => names.get(of) ?? of).join(', ')}`}
                        </Text>
                        <Text size="sm">
                          <b>
                            {appointment === null
                              ? t('leading.noNewDay')
                              : t('leading.newDay', { on: day(appointment.on) })}
                          </b>{' '}
                          · {isTooLate ? t('leading.tooLate') : t('leading.signBy', { at: minute(by) })} ·{' '}
                          {t(seen.has(id) ? 'leading.seen' : 'leading.notSeen')}
                        </Text>
                      </Stack>
                      {appointment !== null && (
                        <Checkbox
                          label={t('leading.sign', { code: code ?? id })}
                          disabled={!seen.has(id)}
                          checked={chosen.has(id)}
                          onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
                        />
                      )}
                    </Group>
                  </Paper>
                </li>
              ))}
            </Stack>
            {wanted.length > 0 && (
              <Group>
                <Button disabled={running.run !== undefined} onClick={sign}>
                  {t('leading.signApologies', { count: wanted.length })}
                </Button>
              </Group>
            )}
          </Stack>
        )
      }
    </Part>
  )
}
