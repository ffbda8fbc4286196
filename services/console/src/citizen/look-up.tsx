import { Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import '../dossier/words.ts'
import './words.ts'
import { casework, isProblem, orProblem } from '../frame/api.ts'
import { ProblemShown } from '../frame/problem.tsx'

/** How far a dossier is, by the code on its receipt: its state alone, for anybody. */
export const LookUp = () => {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const asked = useMutation({
    mutationFn: (given: string) =>
      orProblem(casework.GET('/look-up/{code}', { params: { path: { code: given.trim().toUpperCase() } } })),
  })
  const unknown = isProblem(asked.error) && asked.error.status === 404
  return (
    <Stack maw={640} mx="auto">
      <Title order={1}>{t('citizen.title')}</Title>
      <Text>{t('citizen.lead')}</Text>
      <Anchor component={Link} to="/thu-tuc">
        {t('citizen.toProcedures')}
      </Anchor>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          asked.mutate(code)
        }}
      >
        <Group align="end">
          <TextInput
            flex={1}
            miw="16rem"
            label={t('citizen.code')}
            description={t('citizen.codeHint')}
            value={code}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
            error={unknown ? t('citizen.unknown') : undefined}
            required
            autoComplete="off"
          />
          <Button type="submit" loading={asked.isPending}>
            {t('citizen.look')}
          </Button>
        </Group>
      </form>
      {asked.data !== undefined && (
        <Text role="status" size="lg">
          <strong>{asked.data.code}</strong> · {t(`citizen.${asked.data.state}`)}
          {asked.data.stage !== null && ` · ${t('dossier.stage', asked.data.stage)}`}
        </Text>
      )}
      {asked.isError && !unknown && <ProblemShown problem={asked.error} />}
    </Stack>
  )
}
