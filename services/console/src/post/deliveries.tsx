import { Alert, Button, Group, Image, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import './words.ts'
import type { components } from '../clients/postal.d.ts'
import { orProblem, postal } from '../frame/api.ts'
import { minute } from '../frame/moments.ts'
import { useNames } from '../frame/names.ts'
import { Asked } from './asked.tsx'

type Delivery = components['schemas']['Delivery']
type Proof = Delivery['proofs'][number]

/** Deliveries and attempts of one parcel, with the signature and photo the courier brought back. */
export const Deliveries = () => {
  const { t } = useTranslation()
  const { code } = useParams({ from: '/buu-gui/$code/lan-phat' })
  const names = useNames()
  const read = useQuery({
    queryKey: ['post', 'deliveries', code],
    queryFn: () => orProblem(postal.GET('/parcels/{code}/deliveries', { params: { path: { code } } })),
  })
  return (
    <Stack maw={760}>
      <Title order={1} size="h2">
        {t('post.deliveriesOf', { code })}
      </Title>
      <Asked of={read}>
        {({ deliveries }) =>
          deliveries.length === 0 ? (
            <Text role="status">{t('post.noDeliveries')}</Text>
          ) : (
            <Stack component="ul" className="cards" gap="sm">
              {deliveries.map((one) => (
                <Paper key={one.scan} component="li" withBorder p="md">
                  <Text fw={600}>
                    {t(`post.steps.${one.step}`)} · {minute(one.happenedAt)}
                  </Text>
                  <Text size="sm">
                    {one.to !== null && `${t(`post.takers.${one.to}`)} · `}
                    {one.reason !== null && `${t(`post.reasons.${one.reason}`)} · `}
                    {names.get(one.office) ?? one.office} · {t('post.cameIn', { at: minute(one.recordedAt) })}
                  </Text>
                  {one.proofs.length === 0 && (
                    <Text size="sm" c="dimmed">
                      {t('post.noProofs')}
                    </Text>
                  )}
                  {one.proofs.map((proof) => (
                    <Shown key={proof.kind} code={code} scan={one.scan} proof={proof} />
                  ))}
                </Paper>
              ))}
            </Stack>
          )
        }
      </Asked>
    </Stack>
  )
}

/** One picture: shown when asked for, since every look is written down. */
const Shown = ({ code, scan, proof }: { code: string; scan: string; proof: Proof }) => {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const [isRefused, setRefused] = useState(false)
  const name = t(`post.proofs.${proof.kind}`)
  if (proof.isErased) return <Text size="sm">{t('post.proofErased', { name })}</Text>
  if (isRefused) return <Alert color="red" variant="outline" role="alert" title={t('post.proofRefused', { name })} />
  if (isOpen)
    return (
      <figure style={{ margin: '0.5rem 0 0' }}>
        <Image
          mah={320}
          w="auto"
          maw="100%"
          fit="contain"
          src={`/api/postal/parcels/${code}/proofs/${encodeURIComponent(scan)}/${proof.kind}`}
          alt={name}
          onError={() => setRefused(true)}
        />
        <Text component="figcaption" size="sm" c="dimmed">
          {t('post.proofTaken', { name, at: minute(proof.takenAt) })}
          <br />
          <span style={{ overflowWrap: 'anywhere' }}>SHA-256 {proof.sha256}</span>
        </Text>
      </figure>
    )
  return (
    <Group mt="xs" gap="sm">
      <Button size="compact-md" variant="default" onClick={() => setOpen(true)}>
        {t('post.showProof', { name: name.toLowerCase() })}
      </Button>
      <Text size="sm" c="dimmed">
        {t('post.looksKept')}
      </Text>
    </Group>
  )
}
