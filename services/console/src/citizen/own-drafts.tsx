import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import './words.ts'
import { intake, orProblem } from '../frame/api.ts'
import { day, minute } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'

/** What was begun and not handed in; nothing where there is none. */
export const OwnDrafts = () => {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const listed = useQuery({
    queryKey: ['drafts'],
    queryFn: async () => (await orProblem(intake.GET('/drafts', {}))).drafts,
  })
  const discard = useMutation({
    mutationFn: (procedure: string) =>
      orProblem(intake.DELETE('/drafts/{procedure}', { params: { path: { procedure } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  })
  if (listed.isError) return <ProblemShown problem={listed.error} />
  const drafts = listed.data ?? []
  if (drafts.length === 0) return null
  return (
    <section aria-labelledby="dang-soan">
      <Title order={2} size="h4" mb="xs" id="dang-soan">
        {t('apply.drafts')}
      </Title>
      {discard.isError && <ProblemShown problem={discard.error} />}
      <Stack component="ul" className="cards" gap="sm">
        {drafts.map(({ procedure, name, savedAt, keptUntil }) => (
          <Paper key={procedure} component="li" withBorder p="md">
            <Group justify="space-between" align="start">
              <div>
                <Link to="/nop-truc-tuyen/$code" params={{ code: procedure }}>
                  {name ?? procedure}
                </Link>
                <Text size="sm" c="dimmed">
                  {t('apply.keptUntil', { at: minute(savedAt), until: day(keptUntil) })}
                </Text>
              </div>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`${t('apply.discard')}: ${name ?? procedure}`}
                onClick={() => {
                  if (window.confirm(t('apply.sureDiscard'))) discard.mutate(procedure)
                }}
              >
                {t('apply.discard')}
              </Button>
            </Group>
          </Paper>
        ))}
      </Stack>
    </section>
  )
}
