import { Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import './words.ts'
import type { components } from '../clients/catalogue.d.ts'
import { day } from '../frame/moments.ts'
import { Asked } from '../post/asked.tsx'
import { useMayWrite, useNotice, usePreview, useWhatIf } from './asked.ts'
import { DaysShown, daysOf, useLayer } from './days-shown.tsx'
import { DifferenceShown } from './difference-shown.tsx'
import { Publish } from './publish.tsx'
import { Recount } from './recount.tsx'
import { WhatIfShown } from './what-if-shown.tsx'

type Detail = components['schemas']['NoticeDetail']

/** One notice: what it says, what it changes, whom it moves; and publishing it. */
export const Notice = () => {
  const { t } = useTranslation()
  const { noticeId } = useParams({ from: '/lich-lam-viec/thong-bao/$noticeId' })
  const asked = useNotice(noticeId)
  const mayWrite = useMayWrite()
  return (
    <Stack gap="lg">
      <Anchor component={Link} to="/lich-lam-viec" className="screen">
        {t('calendars.back')}
      </Anchor>
      <Asked of={asked}>
        {(detail) => (
          <>
            <Said detail={detail} />
            {mayWrite && <Effect detail={detail} />}
          </>
        )}
      </Asked>
    </Stack>
  )
}

const Said = ({ detail: { notice, state } }: { detail: Detail }) => {
  const { t } = useTranslation()
  const layerOf = useLayer()
  const { about, document, layer, knownSince, announces, reason } = notice
  return (
    <>
      <div>
        <Group gap="sm">
          <Title order={1} size="h2">
            {about}
          </Title>
          <Badge variant="outline" color="gray">
            {t(`calendars.states.${state}`)}
          </Badge>
        </Group>
        <Text>
          {document.number} ({t(`calendars.confidences.${document.confidence}`)}) · {layerOf(layer)} ·{' '}
          {t('calendars.known')} {knownSince === null ? t('calendars.alwaysKnown') : day(knownSince)}
        </Text>
        {announces.map((year) => (
          <Text key={year}>{t('calendars.announcedYear', { year })}</Text>
        ))}
        {reason !== undefined && (
          <Text>
            {t('calendars.reason')}: {reason}
          </Text>
        )}
      </div>
      <DaysShown days={daysOf(notice)} />
    </>
  )
}

/** What it changes in the calendar and for whom; a published one shows how far the recount is. */
const Effect = ({ detail: { notice, revision, state, calendar } }: { detail: Detail }) => {
  const { t } = useTranslation()
  const preview = usePreview(notice.id, revision)
  const isDraft = state === 'draft'
  const mayGo = isDraft && preview.data?.problems.length === 0
  const whatIf = useWhatIf(notice, mayGo)
  return (
    <>
      <Asked of={preview}>{(found) => <DifferenceShown preview={found} isDraft={isDraft} />}</Asked>
      {mayGo && <Asked of={whatIf}>{(found) => <WhatIfShown found={found} />}</Asked>}
      {isDraft && (
        <Group className="screen">
          {whatIf.data !== undefined && <Publish id={notice.id} revision={revision} found={whatIf.data} />}
          <Button
            variant="default"
            renderRoot={(given) => <Link {...given} to="/lich-lam-viec/soan" search={{ tu: notice.id }} />}
          >
            {t('calendars.edit')}
          </Button>
        </Group>
      )}
      {!isDraft && calendar !== null && (
        <section aria-labelledby="tinh-lai">
          <Title order={2} size="h4" id="tinh-lai" mb="xs">
            {t('calendars.recount')}
          </Title>
          <Text>{t('calendars.doneAs', { version: calendar })}</Text>
          <Recount version={calendar} />
        </section>
      )}
    </>
  )
}
