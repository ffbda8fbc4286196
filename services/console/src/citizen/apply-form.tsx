import { Alert, Button, Group, Paper, Radio, Select, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { fieldsOf } from '@dossier/domain/form-fields'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '../clients/intake.d.ts'
import { inOrder } from '../form/in-order.ts'
import { FormDrawn } from '../form/form-drawn.tsx'
import { intake, isProblem, orProblem } from '../frame/api.ts'
import { day, minute } from '../frame/moments.ts'
import { plain } from '../frame/plain.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { ApplyCounts } from './apply-counts.tsx'
import { ApplyFees } from './apply-fees.tsx'
import { ApplyPapers } from './apply-papers.tsx'
import { Defects } from './defects.tsx'
import type { Body, Posted, Prefilled } from './draft.ts'
import { HandedIn } from './handed-in.tsx'
import { Kept } from './kept.tsx'
import { submissionOf } from './submission.ts'
import { useOrders } from './use-orders.ts'
import { useDraft } from './use-draft.ts'

type Schemas = components['schemas']
type Begun = { body: Body; draft: Schemas['Draft'] | null }

export const ApplyForm = ({ posted, begun, known }: { posted: Posted; begun: Begun; known: readonly Prefilled[] }) => {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { code } = posted
  const fields = useMemo(() => fieldsOf(posted.form), [posted.form])
  const draft = useDraft({
    procedure: code,
    body: begun.body,
    revision: begun.draft?.revision ?? 0,
    kept: begun.draft ?? undefined,
  })
  const { body, change } = draft
  const { tt } = useSearch({ from: '/nop-truc-tuyen/$code' })
  const orders = useOrders(code, tt)
  const [key] = useState(() => crypto.randomUUID())
  const [looked, look] = useState(0)
  const [defects, setDefects] = useState<readonly Schemas['FieldError'][]>()
  const submission = submissionOf({ procedure: code, fields, body, orders: orders.data ?? [] })
  const asked = JSON.stringify(submission)
  const trial = useMutation({
    mutationFn: () => orProblem(intake.POST('/applications/check', { body: submission })),
    onSuccess: (answer) => setDefects(answer.defects),
  })
  const handIn = useMutation({
    mutationFn: async () => {
      await draft.save()
      const header = { 'idempotency-key': key }
      return orProblem(intake.POST('/applications', { params: { header }, body: submission }))
    },
    onError: (problem) => {
      if (isProblem(problem) && problem.errors !== undefined) setDefects(problem.errors)
    },
    onSuccess: () => {
      draft.end()
      void queries.invalidateQueries({ queryKey: ['drafts'] })
      void queries.invalidateQueries({ queryKey: ['my dossiers'] })
    },
  })
  // Once it was looked through, the list follows what is mended.
  const isFollowed = defects !== undefined && !handIn.isPending && !handIn.isSuccess
  const { mutate: tryAgain } = trial
  useEffect(() => {
    if (!isFollowed) return
    const timer = setTimeout(() => tryAgain(), 800)
    return () => clearTimeout(timer)
  }, [asked, isFollowed, tryAgain])

  const saidOf = new Map(known.map((one) => [`#/body/form${one.at}`, one]))
  const wrong = useWrong(defects)
  if (handIn.isSuccess) return <HandedIn submitted={handIn.data} posted={posted} desk={body.receivingDesk ?? ''} />
  const applicant = body.form['applicant']
  const set = (more: Partial<Body>) => change({ ...body, ...more })
  const isListed = isProblem(handIn.error) && handIn.error.errors !== undefined
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        handIn.mutate(undefined, { onError: () => look(looked + 1) })
      }}
    >
      <Stack gap="lg">
        <Alert color="gray" variant="light">
          <Text size="sm">{t('apply.lead')}</Text>
          {known.length > 0 && <Text size="sm">{t('apply.known', { count: known.length })}</Text>}
        </Alert>
        <Part n={1} title={t('apply.where')}>
          <Select
            id="receivingDesk"
            label={t('apply.desk')}
            description={t('apply.deskHint')}
            searchable
            withAsterisk
            data={posted.desks.map(({ code: value, name }) => ({ value, label: name }))}
            filter={({ options, search }) =>
              options.filter((option) => 'label' in option && plain(option.label).includes(plain(search)))
            }
            limit={50}
            nothingFoundMessage={t('apply.noDesk')}
            value={body.receivingDesk}
            onChange={(receivingDesk) => set({ receivingDesk })}
          />
        </Part>
        <Part n={2} title={textOf(posted.form.schema['title']) ?? t('apply.form')}>
          <FormDrawn
            fields={fields}
            value={body.form}
            onChange={(form) => set({ form: Object(form) })}
            around={{
              wrong: (at) => wrong.get(at),
              source: (at, value) => {
                const said = saidOf.get(at)
                return said === undefined || said.value !== value
                  ? undefined
                  : t(said.from.code === null ? 'apply.fromUncoded' : 'apply.from', sourceOf(said))
              },
              applicant,
            }}
          />
        </Part>
        <Part n={3} title={t('apply.papers')}>
          <ApplyPapers posted={posted} files={body.files} wrong={wrong} onChange={(files) => set({ files })} />
        </Part>
        <Part n={4} title={t('apply.returned')}>
          <Radio.Group
            label={t('apply.returnBy')}
            value={body.returnBy}
            onChange={(way) => set({ returnBy: ways.find((one) => one === way) ?? 'desk' })}
          >
            <Stack gap="xs" mt="xs">
              {ways.map((way) => (
                <Radio
                  key={way}
                  value={way}
                  label={t(`apply.ways.${way}`)}
                  description={t(`apply.waysHint.${way}`, { address: addressOf(applicant) })}
                />
              ))}
            </Stack>
          </Radio.Group>
        </Part>
        <Part n={5} title={t('apply.fees')}>
          <ApplyCounts fees={posted.fees} counts={body.counts} wrong={wrong} onChange={(counts) => set({ counts })} />
          <ApplyFees posted={posted} counts={body.counts} wrong={wrong} beforeLeaving={draft.save} />
        </Part>
        <Defects looked={looked} defects={defects === undefined ? undefined : inOrder(fields, defects)} />
        {handIn.isError && !isListed && <ProblemShown problem={handIn.error} />}
        {trial.isError && <ProblemShown problem={trial.error} />}
        <Paper withBorder p="md" className="screen">
          <Group justify="space-between" align="center">
            <Kept draft={draft} />
            <Group gap="xs">
              <Button
                variant="default"
                loading={trial.isPending}
                disabled={body.receivingDesk === null}
                onClick={() => trial.mutate(undefined, { onSuccess: () => look(looked + 1) })}
              >
                {t('apply.check')}
              </Button>
              <Button type="submit" loading={handIn.isPending} disabled={body.receivingDesk === null}>
                {t('apply.handIn')}
              </Button>
            </Group>
          </Group>
          {body.receivingDesk === null && (
            <Text size="sm" mt="xs">
              {t('apply.deskFirst')}
            </Text>
          )}
        </Paper>
      </Stack>
    </form>
  )
}

const ways = ['desk', 'post', 'online'] as const

const Part = ({ n, title, children }: { n: number; title: string; children: React.ReactNode }) => (
  <section aria-labelledby={`phan-${n}`}>
    <Title order={2} size="h4" mb="xs" id={`phan-${n}`}>
      {n}. {title}
    </Title>
    {children}
  </section>
)

/** What is said of each field, in the reader's language. */
const useWrong = (defects: readonly Schemas['FieldError'][] = []): ReadonlyMap<string, string> => {
  const { i18n } = useTranslation()
  return new Map(defects.map(({ pointer, vi, en }) => [pointer, i18n.language === 'en' ? en : vi]))
}

const sourceOf = ({ from }: Prefilled) => ({
  code: from.code ?? '',
  at: day(minute(from.submittedAt)),
})

const textOf = (given: unknown): string | undefined => (typeof given === 'string' ? given : undefined)

const addressOf = (applicant: unknown): string => {
  const { line, commune, province } = Object(Object(applicant).address)
  return [line, commune, province].filter((part) => typeof part === 'string' && part !== '').join(', ')
}
