import { Anchor, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import './words.ts'
import { catalogue, orProblem } from '../frame/api.ts'
import { Asked } from '../post/asked.tsx'
import { type Notice, useNotice } from './asked.ts'
import { DraftForm } from './draft-form.tsx'

const empty: Notice = {
  id: '',
  layer: { is: 'nation' },
  document: { number: '', confidence: 'F' },
  about: '',
  knownSince: null,
  announces: [],
  off: [],
  worked: [],
  revoked: [],
  retroactive: false,
}

/** A notice is written, or a draft changed; nothing counts by it until it is published. */
export const Draft = () => {
  const { t } = useTranslation()
  const { tu } = useSearch({ from: '/lich-lam-viec/soan' })
  const asked = useNotice(tu)
  return (
    <Stack gap="lg">
      <Anchor component={Link} to="/lich-lam-viec" className="screen">
        {t('calendars.back')}
      </Anchor>
      <div>
        <Title order={1} size="h2">
          {t('calendars.draftTitle')}
        </Title>
        <Text maw={720}>{t('calendars.draftLead')}</Text>
      </div>
      {tu === undefined ? (
        <Written key="" notice={empty} revision={undefined} />
      ) : (
        <Asked of={asked}>{({ notice, revision }) => <Written key={tu} notice={notice} revision={revision} />}</Asked>
      )}
    </Stack>
  )
}

const Written = ({ notice: given, revision }: { notice: Notice; revision: number | undefined }) => {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [notice, change] = useState(given)
  const [key, renew] = useState(() => crypto.randomUUID())
  // Another revision than the one that was read here is a conflict: nobody's draft is written over. A new one begins at none.
  const [seen] = useState(revision ?? 0)
  const saved = useMutation({
    mutationFn: () =>
      orProblem(
        catalogue.POST('/notices', {
          params: { header: { 'idempotency-key': key, 'if-match': `"${seen}"` } },
          body: notice,
        }),
      ),
    onSuccess: async ({ key: noticeId }) => {
      await queries.invalidateQueries({ queryKey: ['calendars'] })
      await navigate({ to: '/lich-lam-viec/thong-bao/$noticeId', params: { noticeId } })
    },
  })
  return (
    <DraftForm
      notice={notice}
      isNew={revision === undefined}
      saved={saved}
      onChange={(next) => {
        change(next)
        renew(crypto.randomUUID()) // another order
      }}
    />
  )
}
