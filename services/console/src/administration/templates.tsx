import { List, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notifications, orProblem } from '../frame/api.ts'
import { Asked } from '../post/asked.tsx'
import { Part } from './part.tsx'

const papers = [
  'receipt-slip',
  'supplement-request',
  'refusal-notice',
  'apology-letter',
  'error-apology',
  'stop-notice',
  'control-slip',
  'dossier-register',
] as const
const ruleSets = ['ND118_2025', 'ND61_2018+ND107_2021', 'ND61_2018'] as const

/** The forms as PDF and the words of messages, with made-up content that says so. */
export const Templates = () => {
  const { t } = useTranslation()
  const [ruleSet, choose] = useState<(typeof ruleSets)[number]>('ND118_2025')
  return (
    <Part part="templates">
      <section aria-labelledby="bieu-mau">
        <Title order={2} size="h4" id="bieu-mau" mb="xs">
          {t('administration.papers')}
        </Title>
        <NativeSelect
          maw={360}
          mb="xs"
          label={t('administration.ruleSet')}
          value={ruleSet}
          data={ruleSets.map((value) => ({ value, label: t(`administration.ruleSets.${value}`) }))}
          onChange={({ currentTarget: { value } }) => choose(ruleSets.find((one) => one === value) ?? 'ND118_2025')}
        />
        <List>
          {papers.map((kind) => (
            <List.Item key={kind}>
              <a
                href={`/api/notifications/papers/${kind}/preview.pdf?ruleSet=${encodeURIComponent(ruleSet)}`}
                target="_blank"
                rel="noreferrer"
              >
                {t(`administration.kinds.${kind}`)} (PDF)
              </a>
            </List.Item>
          ))}
        </List>
      </section>
      <Messages />
    </Part>
  )
}

const Messages = () => {
  const { t } = useTranslation()
  const [chosen, choose] = useState('')
  const asked = useQuery({
    queryKey: ['administration', 'templates'],
    queryFn: async () => (await orProblem(notifications.GET('/templates'))).templates,
  })
  return (
    <section aria-labelledby="tin-nhan">
      <Title order={2} size="h4" id="tin-nhan" mb="xs">
        {t('administration.messages')}
      </Title>
      <Asked of={asked}>
        {(templates) => {
          const id = templates.find((one) => one.id === chosen)?.id ?? templates[0]?.id
          return (
            <Stack gap="sm">
              <NativeSelect
                maw={480}
                label={t('administration.message')}
                value={id ?? ''}
                data={templates.map((one) => ({
                  value: one.id,
                  label: `${one.id} · ${t(one.forCitizens ? 'administration.forCitizens' : 'administration.forOfficers')}`,
                }))}
                onChange={({ currentTarget: { value } }) => choose(value)}
              />
              {id !== undefined && <Said key={id} id={id} />}
            </Stack>
          )
        }}
      </Asked>
    </section>
  )
}

type Id = NonNullable<Awaited<ReturnType<typeof listed>>>[number]['id']
const listed = async () => (await notifications.GET('/templates')).data?.templates

const Said = ({ id }: { id: Id }) => {
  const { t, i18n } = useTranslation()
  const language = i18n.language === 'vi' ? 'vi' : 'en'
  const asked = useQuery({
    queryKey: ['administration', 'template', id, language],
    queryFn: () =>
      orProblem(notifications.GET('/templates/{id}/preview', { params: { path: { id }, query: { language } } })),
  })
  return (
    <Asked of={asked}>
      {({ subject, short, sms, text }) => (
        <Paper withBorder p="sm">
          <Text size="sm" fw={600}>
            {t('administration.sample')}
          </Text>
          <Text fw={600}>{subject}</Text>
          <Text>{short}</Text>
          <Text size="sm">
            {t('administration.sms')}: {sms}
          </Text>
          {text !== null && (
            <Text mt="xs" style={{ whiteSpace: 'pre-wrap' }}>
              {text}
            </Text>
          )}
        </Paper>
      )}
    </Asked>
  )
}
