import { Button, Group, List, Paper, Progress, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../frame/api.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { standOf } from './run.ts'
import type { Running } from './use-run.ts'
import './words.ts'

/** How far many orders are, and what became of each: nothing that was left out, refused or not sent is hidden. */
export const RunShown = ({ running }: { running: Running }) => {
  const { t, i18n } = useTranslation()
  const { run, isGoing, halted } = running
  if (run === undefined) return null
  const { all, done, refused, left, skipped } = standOf(run)
  const sentence = ({ title, detail, rule }: Problem) =>
    `${i18n.language === 'vi' ? title : detail}${rule === undefined ? '' : ` ${t('rule', { rule })}`}`
  const refusals = run.orders.flatMap(({ id, label }) => {
    const answer = run.answers[id]
    return answer?.is === 'refused' ? [{ id, label, problem: answer.problem }] : []
  })
  const named = (rows: readonly { id: string; label: string; problem: Problem }[]) => (
    <List size="sm">
      {rows.map(({ id, label, problem }) => (
        <List.Item key={id}>
          <Link to="/ho-so/$dossierId" params={{ dossierId: id }}>
            {label}
          </Link>{' '}
          · {sentence(problem)}
        </List.Item>
      ))}
    </List>
  )
  const finished = run.orders.filter(({ id }) => run.answers[id]?.is === 'done')
  return (
    <Paper withBorder p="md" component="section" aria-label={t('bulk.runTitle')} className="screen">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('bulk.runTitle')}: {t(`bulk.acts.${run.act}`)}
        </Title>
        <Progress value={all === 0 ? 100 : ((all - left) / all) * 100} aria-label={t('bulk.progress')} />
        <Text role="status" fw={600}>
          {t('bulk.stand', { done, refused, skipped, left, all })}
        </Text>
        {halted !== undefined && (
          <ProblemShown problem={halted}>
            <Text size="sm">{t('bulk.haltedHint')}</Text>
          </ProblemShown>
        )}
        {!isGoing && left > 0 && <Text size="sm">{t('bulk.leftHint', { count: left })}</Text>}
        {refusals.length > 0 && (
          <section>
            <Title order={3} size="h5">
              {t('bulk.refused', { count: refusals.length })}
            </Title>
            {named(refusals)}
          </section>
        )}
        {run.skips.length > 0 && (
          <section>
            <Title order={3} size="h5">
              {t('bulk.skipped', { count: run.skips.length })}
            </Title>
            {named(run.skips)}
          </section>
        )}
        {finished.length > 0 && (
          <details>
            <summary>{t('bulk.done', { count: finished.length })}</summary>
            <Text size="sm">{finished.map(({ label }) => label).join(', ')}</Text>
          </details>
        )}
        <Group>
          {isGoing ? (
            <Button variant="default" onClick={running.stop}>
              {t('bulk.stop')}
            </Button>
          ) : (
            <>
              {left > 0 && <Button onClick={running.goOn}>{t('bulk.goOn', { count: left })}</Button>}
              <Button variant="default" onClick={running.putAside}>
                {t(left > 0 ? 'bulk.giveUp' : 'bulk.close')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Paper>
  )
}
