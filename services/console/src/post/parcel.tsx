import { Alert, Button, Group, List, Stack, Table, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orProblem, postal } from '../frame/api.ts'
import { day, minute } from '../frame/moments.ts'
import { useNames } from '../frame/names.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { Around } from './around.tsx'
import { Asked } from './asked.tsx'
import { ComplaintForm } from './complaint-form.tsx'
import { PromisedBy } from './parcel-light.tsx'
import { StepForm } from './step-form.tsx'

/** One parcel: its papers by kind, never what they say, where it stands, and what can be told of it. */
export const ParcelPage = () => {
  const { t } = useTranslation()
  const { code } = useParams({ from: '/buu-cuc/buu-gui/$code' })
  const names = useNames()
  const [said, setSaid] = useState('')
  const read = useQuery({
    queryKey: ['post', 'parcel', code],
    queryFn: () => orProblem(postal.GET('/parcels/{code}', { params: { path: { code } } })),
  })
  const place = (of: string | null) => (of === null ? t('post.citizen') : (names.get(of) ?? of))
  return (
    <Around title={t('post.parcelTitle', { code })}>
      <Asked of={read}>
        {(parcel) => (
          <Stack>
            {said !== '' && (
              <Alert color="gray" role="status" title={said}>
                {t(`post.states.${parcel.state}`)}
              </Alert>
            )}
            <Table variant="vertical" withTableBorder>
              <Table.Tbody>
                {(
                  [
                    ['post.state', t(`post.states.${parcel.state}`)],
                    ['post.purpose', t(`post.purposes.${parcel.purpose}`)],
                    ['post.from', place(parcel.sender)],
                    ['post.to', place(parcel.receiver)],
                    ['post.with', parcel.office === null ? '' : place(parcel.office)],
                    ['post.slip', parcel.slip],
                    ['post.seal', parcel.seal ?? ''],
                    ['post.postedOn', parcel.postedOn === null ? '' : day(parcel.postedOn)],
                    ['post.promised', <PromisedBy key="promised" parcel={parcel} />],
                    ['post.attemptsMade', t('post.attemptsCount', parcel)],
                    ['post.ended', parcel.closedAt === null ? '' : minute(parcel.closedAt)],
                  ] as const
                ).map(([word, value]) => (
                  <Table.Tr key={word}>
                    <Table.Th w="40%">{t(word)}</Table.Th>
                    <Table.Td>{value === '' ? '–' : value}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <Group className="screen">
              <Button component="a" variant="default" href={`/api/postal/slips/${parcel.slip}.pdf`} target="_blank">
                {t('post.printSlip')}
              </Button>
              <Button
                component="a"
                variant="default"
                href={`/api/postal/parcels/${parcel.code}/label.pdf`}
                target="_blank"
              >
                {t('post.printLabel')}
              </Button>
            </Group>
            <Title order={2} size="h4">
              {t('post.inside', { count: parcel.papers.length })}
            </Title>
            <List>
              {parcel.papers.map(({ paper, kind, component }) => (
                <List.Item key={paper}>
                  {t(`post.paperKinds.${kind}`)} · {component}
                </List.Item>
              ))}
            </List>
            {parcel.receiver === null && <Recipient code={parcel.code} />}
            {(parcel.closedAt === null || parcel.state === 'lost') && (
              <StepForm key={parcel.state} parcel={parcel} onDone={() => setSaid(t('post.written'))} />
            )}
            {parcel.promised !== null && <ComplaintForm code={parcel.code} />}
          </Stack>
        )}
      </Asked>
    </Around>
  )
}

/** To whom it goes: shown when asked for, since every look is written down. */
const Recipient = ({ code }: { code: string }) => {
  const { t } = useTranslation()
  const look = useMutation({
    mutationFn: () => orProblem(postal.GET('/parcels/{code}/recipient', { params: { path: { code } } })),
  })
  if (look.data !== undefined)
    return (
      <Text>
        {t('post.recipient')}: <strong>{look.data.name}</strong> · {look.data.phone} · {look.data.address}
      </Text>
    )
  return (
    <div className="screen">
      <Button variant="default" loading={look.isPending} onClick={() => look.mutate()}>
        {t('post.showRecipient')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('post.looksKept')}
      </Text>
      {look.isError && <ProblemShown problem={look.error} />}
    </div>
  )
}
