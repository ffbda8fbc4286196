import { Button, Paper, Select, Stack, Text, Textarea, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import './words.ts'
import type { Seen } from '../dossier/seen.ts'
import { intake, orProblem } from '../frame/api.ts'
import { day } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'

const matters = ['attitude', 'lateness', 'fees', 'papers', 'regulation', 'other'] as const
type Matter = (typeof matters)[number]

/** What the owner has to say of how a dossier is handled; it goes into the register of the agency chosen, and gets a code. */
export const GiveFeedback = ({ dossier, place }: { dossier: Seen; place: (code: string) => string }) => {
  const { t } = useTranslation()
  const { axes } = dossier
  const agencies = [...new Set([axes.receivingDesk, axes.holder])]
  const [key, setKey] = useState(() => crypto.randomUUID())
  const [agency, setAgency] = useState<string>(axes.receivingDesk)
  const [matter, setMatter] = useState<Matter>('attitude')
  const [words, setWords] = useState('')
  const given = useMutation({
    mutationFn: () =>
      orProblem(
        intake.POST('/feedback', {
          params: { header: { 'idempotency-key': key } },
          body: {
            register: 'feedback',
            agency,
            matter,
            words,
            ...(axes.code === null ? { procedure: axes.procedure } : { dossierCode: axes.code }),
            officers: [],
            contact: {},
          },
        }),
      ),
    onSuccess: () => {
      setKey(crypto.randomUUID())
      setWords('')
    },
  })
  const answerBy = given.data?.dues.answerBy
  return (
    <Paper withBorder p="md" maw={640} component="section" aria-labelledby="phan-anh" className="screen">
      <Title order={2} size="h4" id="phan-anh">
        {t('feedback.title')}
      </Title>
      <Text size="sm">{t('feedback.lead')}</Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          given.mutate()
        }}
      >
        <Stack gap="sm" mt="sm" align="stretch">
          <Select
            label={t('feedback.matter')}
            data={matters.map((value) => ({ value, label: t(`feedback.matters.${value}`) }))}
            value={matter}
            allowDeselect={false}
            onChange={(chosen) => setMatter(matters.find((one) => one === chosen) ?? matter)}
          />
          {agencies.length > 1 && (
            <Select
              label={t('feedback.agency')}
              data={agencies.map((value) => ({ value, label: place(value) }))}
              value={agency}
              allowDeselect={false}
              onChange={(chosen) => setAgency(chosen ?? agency)}
            />
          )}
          <Textarea
            label={t('feedback.words')}
            required
            autosize
            minRows={3}
            value={words}
            onChange={({ currentTarget }) => {
              setKey(crypto.randomUUID()) // other words are another feedback
              setWords(currentTarget.value)
            }}
          />
          {given.isError && <ProblemShown problem={given.error} />}
          {given.isSuccess && (
            <Text role="status">
              {t('feedback.sent', { reference: given.data.reference })}{' '}
              {answerBy !== undefined && t('feedback.answerBy', { on: day(answerBy.on) })}
            </Text>
          )}
          <Button type="submit" variant="default" loading={given.isPending} style={{ alignSelf: 'start' }}>
            {t('feedback.send')}
          </Button>
        </Stack>
      </form>
    </Paper>
  )
}
