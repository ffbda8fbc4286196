import { Anchor, Button, Fieldset, Group, Paper, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orProblem, postal } from '../frame/api.ts'
import { minute } from '../frame/moments.ts'
import { useNames } from '../frame/names.ts'
import { Asked } from './asked.tsx'

type Props = { office: string; onChosen?: (number: string) => void }

/** Records the desk has counted and no courier has signed: until then nothing is lawfully submitted. */
export const UnsignedRecords = ({ office, onChosen }: Props) => {
  const { t } = useTranslation()
  const names = useNames()
  const listed = useQuery({
    queryKey: ['post', 'unsigned-records', office],
    enabled: office !== '',
    queryFn: () => orProblem(postal.GET('/handover-records', { params: { query: { organisation: office } } })),
  })
  return (
    <Fieldset legend={t('post.unsigned')}>
      <Asked of={listed}>
        {({ records }) =>
          records.length === 0 ? (
            <Text>{t('post.noUnsigned')}</Text>
          ) : (
            <Stack component="ul" className="cards" gap="xs">
              {records.map(({ number, desk, countedAt, silentAt, isSilent, parcels }) => (
                <Paper key={number} component="li" withBorder p="sm">
                  <Group justify="space-between">
                    <div>
                      <Anchor fw={600} href={`/api/postal/handover-records/${number}.pdf`} target="_blank">
                        {number}
                      </Anchor>
                      <Text size="sm">
                        {names.get(desk) ?? desk} · {t('post.countedAt', { at: minute(countedAt) })} ·{' '}
                        {t('post.parcelCount', { count: parcels.length })}
                      </Text>
                      <Text size="sm" className={isSilent ? 'light-overdue' : undefined}>
                        {isSilent ? `■ ${t('post.unsignedLate')}` : t('post.signBefore', { at: minute(silentAt) })}
                      </Text>
                    </div>
                    {onChosen !== undefined && (
                      <Button className="screen" variant="default" onClick={() => onChosen(number)}>
                        {t('post.chooseRecord')}
                      </Button>
                    )}
                  </Group>
                </Paper>
              ))}
            </Stack>
          )
        }
      </Asked>
    </Fieldset>
  )
}
