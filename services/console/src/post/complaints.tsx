import { Alert, Button, Checkbox, Group, Paper, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LightShown } from '../frame/light.tsx'
import { orProblem, postal } from '../frame/api.ts'
import { day, daysUntil } from '../frame/moments.ts'
import { Act } from './act.tsx'
import { Around } from './around.tsx'
import { Asked } from './asked.tsx'
import { usePlaces } from './offices.ts'

/** Complaints an office has not answered, earliest due first. */
export const Complaints = () => {
  const { t } = useTranslation()
  const search = useSearch({ from: '/buu-cuc/khieu-nai' })
  const navigate = useNavigate({ from: '/buu-cuc/khieu-nai' })
  const { places, office } = usePlaces(search.office, true)
  const [open, setOpen] = useState('')
  const [said, setSaid] = useState('')
  const listed = useQuery({
    queryKey: ['post', 'complaints', office],
    enabled: office !== '',
    queryFn: () => orProblem(postal.GET('/complaints', { params: { query: { organisation: office } } })),
  })
  return (
    <Around
      title={t('post.complaints')}
      places={places}
      office={office}
      onOffice={(code) => void navigate({ search: { office: code }, replace: true })}
    >
      {said !== '' && <Alert color="gray" role="status" title={said} />}
      <Asked of={listed}>
        {({ complaints }) =>
          complaints.length === 0 ? (
            <Text role="status">{t('post.noComplaints')}</Text>
          ) : (
            <Stack component="ul" className="cards" gap="xs">
              {complaints.map(({ complaint, parcel, about, receivedOn, answerBy }) => {
                const left = daysUntil(answerBy.on)
                return (
                  <Paper key={complaint} component="li" withBorder p="sm">
                    <Group justify="space-between">
                      <div>
                        <Text fw={600}>
                          {complaint} · {t(`post.matters.${about}`)}
                        </Text>
                        <Text size="sm">
                          {parcel} · {t('post.receivedOn', { on: day(receivedOn) })} ·{' '}
                          {t('post.answerBy', { on: day(answerBy.on) })}{' '}
                          <LightShown light={left < 0 ? 'overdue' : left < 2 ? 'due-soon' : 'in-time'} />
                        </Text>
                      </div>
                      {open !== complaint && (
                        <Button className="screen" variant="default" onClick={() => setOpen(complaint)}>
                          {t('post.readAndAnswer')}
                        </Button>
                      )}
                    </Group>
                    {open === complaint && (
                      <Answering
                        complaint={complaint}
                        onDone={(inTime) => setSaid(t(inTime ? 'post.answered' : 'post.answeredLate', { complaint }))}
                      />
                    )}
                  </Paper>
                )
              })}
            </Stack>
          )
        }
      </Asked>
    </Around>
  )
}

const Answering = ({ complaint, onDone }: { complaint: string; onDone: (inTime: boolean) => void }) => {
  const { t } = useTranslation()
  const [upheld, setUpheld] = useState(false)
  const [answer, setAnswer] = useState('')
  const path = { id: complaint }
  const read = useQuery({
    queryKey: ['complaint', complaint],
    queryFn: () => orProblem(postal.GET('/complaints/{id}', { params: { path } })),
  })
  return (
    <Asked of={read}>
      {({ words, contact }) => (
        <Act
          label={t('post.answer')}

          send={(header) =>
            orProblem(postal.POST('/complaints/{id}/answer', { params: { header, path }, body: { upheld, answer } }))
          }
          onDone={({ inTime }) => onDone(inTime)}
        >
          <Stack gap="sm" mt="sm">
            <Text style={{ whiteSpace: 'pre-line' }}>{words}</Text>
            <Text size="sm">
              {contact.name} · {contact.phone} · {contact.address}
            </Text>
            <Checkbox
              label={t('post.upheld')}
              checked={upheld}
              onChange={({ currentTarget }) => setUpheld(currentTarget.checked)}
            />
            <Textarea
              label={t('post.answerWords')}
              required
              autosize
              minRows={3}
              maxLength={5_000}
              value={answer}
              onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
            />
          </Stack>
        </Act>
      )}
    </Asked>
  )
}
