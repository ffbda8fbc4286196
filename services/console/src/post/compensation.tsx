import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '../clients/postal.d.ts'
import { orProblem, postal } from '../frame/api.ts'
import { day, minute, money } from '../frame/moments.ts'
import { Act } from './act.tsx'
import { Around } from './around.tsx'
import { Asked } from './asked.tsx'
import { LiabilityForm } from './liability-form.tsx'
import { usePlaces } from './offices.ts'
import { PayForm } from './pay-form.tsx'

type Owed = components['schemas']['OwedCompensation']
type Said = { onDone: (said: string) => void }

/** What the post owes for what it lost, damaged or brought late: written down, paid, and asked of what was found again. */
export const Compensation = () => {
  const { t } = useTranslation()
  const search = useSearch({ from: '/buu-cuc/boi-thuong' })
  const navigate = useNavigate({ from: '/buu-cuc/boi-thuong' })
  const { places, office } = usePlaces(search.office, true)
  const [said, setSaid] = useState('')
  const [open, setOpen] = useState('')
  const listed = useQuery({
    queryKey: ['post', 'compensations', office],
    enabled: office !== '',
    queryFn: () => orProblem(postal.GET('/compensations', { params: { query: { organisation: office } } })),
  })
  const done = (text: string) => {
    setOpen('')
    setSaid(text)
  }
  return (
    <Around
      title={t('post.compensation')}
      places={places}
      office={office}
      onOffice={(code) => void navigate({ search: { office: code }, replace: true })}
    >
      {said !== '' && <Alert color="gray" role="status" title={said} />}
      <Asked of={listed}>
        {({ awaited, owed, found }) => (
          <Stack gap="lg">
            <Part title={t('post.liabilityAwaited')} none={awaited.length === 0 && t('post.noLiabilityAwaited')}>
              {awaited.map(({ parcel, state, silentAt, isSilent }) => (
                <Paper key={parcel} component="li" withBorder p="sm">
                  <Group justify="space-between">
                    <div>
                      <ToParcel code={parcel} /> · {t(`post.states.${state}`, state)}
                      <Text size="sm" className={isSilent ? 'light-overdue' : undefined}>
                        {isSilent ? `■ ${t('post.liabilityLate')}` : t('post.liabilityBy', { at: minute(silentAt) })}
                      </Text>
                    </div>
                    {open !== parcel && (
                      <Button className="screen" variant="default" onClick={() => setOpen(parcel)}>
                        {t('post.recordLiability')}
                      </Button>
                    )}
                  </Group>
                  {open === parcel && (
                    <LiabilityForm parcel={parcel} harm={state === 'damaged' ? 'damaged' : 'lost'} onDone={done} />
                  )}
                </Paper>
              ))}
            </Part>
            {open === 'late' ? (
              <Paper withBorder p="sm">
                <LiabilityForm parcel="" harm="late" onDone={done} />
              </Paper>
            ) : (
              <Group className="screen">
                <Button variant="default" onClick={() => setOpen('late')}>
                  {t('post.liabilityForLate')}
                </Button>
              </Group>
            )}
            <Part title={t('post.owed')} none={owed.length === 0 && t('post.nothingOwed')}>
              {owed.map((one) => (
                <OwedShown key={one.parcel} owed={one} onDone={done} />
              ))}
            </Part>
            <Part title={t('post.foundAgain')} none={found.length === 0 && t('post.noneFound')}>
              {found.map(({ parcel, paid }) => (
                <Paper key={parcel} component="li" withBorder p="sm">
                  <ToParcel code={parcel} />
                  <Text size="sm">{t('post.alreadyPaid', { amount: money(paid) })}</Text>
                  <Group className="screen" mt="xs">
                    {(['taken', 'refused'] as const).map((choice) => (
                      <Act
                        key={choice}
                        variant="default"
                        label={t(`post.foundChoices.${choice}`)}
                        send={(header) =>
                          orProblem(
                            postal.POST('/parcels/{code}/found-choice', {
                              params: { header, path: { code: parcel } },
                              body: { choice },
                            }),
                          )
                        }
                        onDone={({ repay }) => done(t('post.foundSettled', { parcel, repay: money(repay) }))}
                      />
                    ))}
                  </Group>
                </Paper>
              ))}
            </Part>
          </Stack>
        )}
      </Asked>
    </Around>
  )
}

const Part = ({ title, none, children }: { title: string; none: string | false; children: ReactNode }) => (
  <section>
    <Title order={2} size="h4" mb="xs">
      {title}
    </Title>
    {none === false ? (
      <Stack component="ul" className="cards" gap="xs">
        {children}
      </Stack>
    ) : (
      <Text>{none}</Text>
    )}
  </section>
)

const ToParcel = ({ code }: { code: string }) => (
  <Link to="/buu-cuc/buu-gui/$code" params={{ code }}>
    {code}
  </Link>
)

const OwedShown = ({ owed, onDone }: { owed: Owed } & Said) => {
  const { t } = useTranslation()
  const [isPaying, setPaying] = useState(false)
  const { parcel, harm, fault, record, recordedOn, amount, paid, isWaived, payBy, isSilent } = owed
  const left = isWaived ? 0 : amount - paid
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between">
        <div>
          <ToParcel code={parcel} /> · {t(`post.harms.${harm}`)} · {t(`post.faults.${fault}`)}
          <Text size="sm">
            {t('post.liabilityRecord', { record, on: day(recordedOn) })} ·{' '}
            {t('post.paidOf', { paid: money(paid), amount: money(amount) })}
          </Text>
          <Text size="sm" className={left > 0 && isSilent ? 'light-overdue' : undefined}>
            {left === 0 && (isWaived ? t('post.waived') : t('post.paidWhole'))}
            {left > 0 &&
              (isSilent ? `■ ${t('post.payLate', { on: day(payBy.on) })}` : t('post.payBy', { on: day(payBy.on) }))}
          </Text>
        </div>
        {left > 0 && !isPaying && (
          <Button className="screen" variant="default" onClick={() => setPaying(true)}>
            {t('post.pay')}
          </Button>
        )}
      </Group>
      {isPaying && left > 0 && <PayForm parcel={parcel} left={left} onDone={onDone} />}
    </Paper>
  )
}
