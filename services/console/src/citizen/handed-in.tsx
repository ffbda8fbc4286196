import { Paper, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '../clients/intake.d.ts'
import { day, minute } from '../frame/moments.ts'
import type { Posted } from './draft.ts'

type Shown = { submitted: components['schemas']['Submitted']; posted: Posted; desk: string }

/** What a citizen is answered: when it was received, under which code, and what happens next. */
export const HandedIn = ({ submitted, posted, desk }: Shown) => {
  const { t } = useTranslation()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const { applicationId, reference, submittedAt, checkedFrom } = submitted
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="xs">
        <Title order={2} size="h3" ref={title} tabIndex={-1}>
          ✓ {t('apply.handedIn')}
        </Title>
        <Text size="lg">
          {t('apply.reference')}: <strong>{reference}</strong>
        </Text>
        <Text>
          {t('apply.handedInAt', {
            at: minute(submittedAt),
            desk: posted.desks.find(({ code }) => code === desk)?.name ?? desk,
          })}
        </Text>
        {checkedFrom !== null && <Text>{t('apply.checkedFrom', { on: day(checkedFrom) })}</Text>}
        <Text>{t('apply.next')}</Text>
        <Link to="/ho-so-cua-toi/$dossierId" params={{ dossierId: applicationId }}>
          {t('apply.toDossier')}
        </Link>
      </Stack>
    </Paper>
  )
}
