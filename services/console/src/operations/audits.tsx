import { Anchor, Button, Group, List, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { insight, orProblem } from '../frame/api.ts'
import { minute } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'
import type { useAudits } from './pulse.ts'
import { Section } from './section.tsx'

/** What the last conservation check found, by the meaning of each invariant; and checking now. */
export const Audits = ({ audits, isKnown }: { audits: ReturnType<typeof useAudits>['data']; isKnown: boolean }) => {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const { data: meanings } = useQuery({
    queryKey: ['invariants'],
    staleTime: Infinity,
    queryFn: async () => (await orProblem(insight.GET('/invariants'))).invariants,
  })
  const now = useMutation({
    mutationFn: () =>
      orProblem(
        insight.POST('/audits', {
          params: { header: { 'idempotency-key': crypto.randomUUID() } },
          body: { form: 'any-time' },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['operations'] }),
  })
  const report = audits?.report
  const wrong = report?.findings.filter(({ broken }) => broken > 0) ?? []
  const meant = (name: string) => {
    const one = meanings?.find((known) => known.name === name)
    return one === undefined ? name : i18n.language === 'vi' ? one.vi : one.en
  }
  return (
    <Section title={t('operations.audits')} asked={isKnown}>
      {report === null && <Text>{t('operations.neverAudited')}</Text>}
      {report && (
        <>
          <Text>
            {minute(audits?.runs[0]?.ranAt ?? report.at)} ·{' '}
            {wrong.length === 0 ? t('operations.holds') : t('operations.broken', { count: wrong.length })} ·{' '}
            {t('operations.dossiers', {
              count: report.dossiers,
              lines: report.lines,
              seconds: (report.ms / 1_000).toLocaleString(i18n.language, { maximumFractionDigits: 1 }),
            })}
          </Text>
          <List>
            {wrong.map(({ name, broken, offenders }) => (
              <List.Item key={name}>
                {meant(name)} ({broken})
                <List size="sm">
                  {offenders.slice(0, 5).map(({ id, why }) => (
                    <List.Item key={`${id} ${why}`}>
                      <Anchor href={`/ho-so/${id}`}>{id}</Anchor>: {why}
                    </List.Item>
                  ))}
                </List>
              </List.Item>
            ))}
          </List>
        </>
      )}
      <Group mt="xs">
        <Button variant="default" loading={now.isPending} onClick={() => now.mutate()}>
          {t('operations.audit')}
        </Button>
      </Group>
      {now.data !== undefined && 'runs' in now.data && <Text role="status">{t('operations.auditGoesOn')}</Text>}
      {now.isError && <ProblemShown problem={now.error} />}
    </Section>
  )
}
