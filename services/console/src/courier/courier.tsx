import { Alert, Anchor, Badge, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core'
import { useNetwork } from '@mantine/hooks'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import './words.ts'
import { minute } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { signInUrl } from '../frame/session.ts'
import { beReadyOffline } from './be-ready-offline.ts'
import { forgetProof } from './kept-proofs.ts'
import { forgetScan } from './kept-scans.ts'
import { ScanForm } from './scan-form.tsx'
import type { KeptScan } from './shelves.ts'
import { Today } from './today.tsx'
import { useScans } from './use-scans.ts'
import { useWhoCarries } from './who-carries.ts'

/** The courier's phone: scan, what is not sent yet, what is to be fetched and delivered today. */
export const Courier = () => {
  const { t, i18n } = useTranslation()
  const { online } = useNetwork()
  const who = useWhoCarries()
  const { scans, proofs, foreign, trouble, send, add, shown } = useScans(who)
  useEffect(beReadyOffline, [])
  const waiting = scans.filter(({ state }) => state === 'waiting')
  const refused = scans.filter(({ state }) => state === 'refused')
  const unsentProofs = proofs.filter(({ refusal }) => refusal === undefined)
  const refusedProofs = proofs.filter(({ refusal }) => refusal !== undefined)
  const unsentOfOthers = foreign.filter(({ state }) => state === 'waiting').length
  return (
    <Stack maw={640} mx="auto">
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('courier.title')}
        </Title>
        <Badge size="lg" variant="outline" color="gray" tt="none">
          {online ? `● ${t('courier.online')}` : `○ ${t('courier.offline')}`}
        </Badge>
      </Group>
      {who.isSignedOut && online && (
        <Alert color="gray" role="status" title={t('courier.signedOut')}>
          <Anchor href={signInUrl('/buu-ta')}>{t('signIn')}</Anchor>
        </Alert>
      )}
      {who.by === '' ? <Text>{t('courier.nobody')}</Text> : <ScanForm add={add} />}
      <section aria-label={t('courier.unsent')}>
        <Paper withBorder p="sm">
          <Group justify="space-between">
            <Text role="status" fw={600}>
              {waiting.length === 0 ? t('courier.allSent') : t('courier.unsentCount', { count: waiting.length })}
            </Text>
            {waiting.length + unsentProofs.length > 0 && online && (
              <Button size="compact-md" variant="default" onClick={() => void send()}>
                {t('courier.sendNow')}
              </Button>
            )}
          </Group>
          {unsentProofs.length > 0 && (
            <Text size="sm">{t('courier.unsentProofs', { count: unsentProofs.length })}</Text>
          )}
          {unsentOfOthers > 0 && <Text size="sm">{t('courier.ofOthers', { count: unsentOfOthers })}</Text>}
          {trouble !== null && <ProblemShown problem={trouble} />}
          {waiting.length > 0 && (
            <List size="sm" mt="xs">
              {waiting.map((scan) => (
                <List.Item key={scan.id}>
                  <Line scan={scan} />
                </List.Item>
              ))}
            </List>
          )}
        </Paper>
      </section>
      {refused.length + refusedProofs.length > 0 && (
        <Alert
          color="red"
          variant="outline"
          role="alert"
          title={t('courier.refused', { count: refused.length + refusedProofs.length })}
        >
          <Stack component="ul" className="cards" gap="xs">
            {refused.map((scan) => (
              <li key={scan.id}>
                <Line scan={scan} />
                <Text size="sm">{i18n.language === 'vi' ? scan.refusal?.vi : scan.refusal?.en}</Text>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => void forgetScan(scan.id).then(() => shown())}
                >
                  {t('courier.read')}
                </Button>
              </li>
            ))}
            {refusedProofs.map(({ id, parcel, kind, refusal }) => (
              <li key={id}>
                <Text span size="sm">
                  <strong>{parcel}</strong> · {t(`courier.proofs.${kind}`)}
                </Text>
                <Text size="sm">{i18n.language === 'vi' ? refusal?.vi : refusal?.en}</Text>
                <Button size="compact-sm" variant="default" onClick={() => void forgetProof(id).then(() => shown())}>
                  {t('courier.read')}
                </Button>
              </li>
            ))}
          </Stack>
        </Alert>
      )}
      <Today by={who.by} office={who.office} isSignedOut={who.isSignedOut && online} scans={scans} />
    </Stack>
  )
}

const Line = ({ scan: { parcel, step, happenedAt } }: { scan: KeptScan }) => {
  const { t } = useTranslation()
  return (
    <Text span size="sm">
      <strong>{parcel}</strong> · {t(`courier.steps.${step}`)} · {minute(happenedAt)}
    </Text>
  )
}
