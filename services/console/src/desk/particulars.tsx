import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { fieldsOf } from '@dossier/domain/form-fields'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDrawn } from '../form/form-drawn.tsx'
import { intake, isProblem, orProblem } from '../frame/api.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { useCollected } from './ask.ts'
import { applicantOf, cardOf } from './card.ts'
import { type Entry, nothingYet, type Posted, submissionOf } from './entry.ts'
import { FeesTaken } from './fees-taken.tsx'
import { type Lacking, LackingShown } from './lacking-shown.tsx'
import { PapersTicked } from './papers-ticked.tsx'
import type { Taken } from './registered.tsx'

type Shown = { posted: Posted; desk: string; onRegistered: (taken: Taken) => void }
const ways = ['desk', 'post'] as const
const returns = ['desk', 'post', 'online'] as const

/** What a procedure asks of who stands here; registered once the check finds nothing, or knowingly with what it lacks. */
export const Particulars = ({ posted, desk, onRegistered }: Shown) => {
  const { t, i18n } = useTranslation()
  const fields = useMemo(() => fieldsOf(posted.form), [posted.form])
  const [entry, setEntry] = useState<Entry>(nothingYet)
  const [parcel, setParcel] = useState('')
  const [card, setCard] = useState('')
  const [key] = useState(() => crypto.randomUUID())
  const [lacking, setLacking] = useState<readonly Lacking[]>([])
  const collected = useCollected(parcel)
  const set = (more: Partial<Entry>) => setEntry({ ...entry, ...more })
  const isByPost = entry.way === 'post'
  const body = submissionOf({
    posted,
    fields,
    desk,
    entry,
    collected: isByPost ? collected.data?.dossierId : undefined,
  })
  const register = useMutation({
    mutationFn: async (anyway: boolean) => {
      if (!anyway) {
        const { defects } = await orProblem(intake.POST('/applications/check', { body }))
        setLacking(defects)
        if (defects.length > 0) return
      }
      const header = { 'idempotency-key': key }
      const submitted = await orProblem(intake.POST('/applications', { params: { header }, body }))
      onRegistered({ ...submitted, procedure: posted.name })
    },
    onError: (problem) => setLacking(isProblem(problem) ? (problem.errors ?? []) : []),
  })
  const wrong = new Map(lacking.map(({ pointer, vi, en }) => [pointer, i18n.language === 'en' ? en : vi]))
  const read = cardOf(card)
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter') return
    // A scanner ends with Enter: nothing is registered by it, only by Ctrl + Enter or by the button.
    if (event.target instanceof HTMLInputElement) event.preventDefault()
    if ((event.ctrlKey || event.metaKey) && !register.isPending) register.mutate(false)
  }
  return (
    <form
      noValidate
      autoComplete="off"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        register.mutate(false)
      }}
    >
      <Stack gap="lg">
        <Group align="start" grow>
          <NativeSelect
            label={t('atDesk.way')}
            data={ways.map((way) => ({ value: way, label: t(`atDesk.ways.${way}`) }))}
            value={entry.way}
            error={isByPost && !posted.channels.includes('post') ? t('atDesk.noPost') : undefined}
            onChange={({ currentTarget }) => set({ way: currentTarget.value === 'post' ? 'post' : 'desk' })}
          />
          {isByPost && (
            <TextInput
              label={t('atDesk.parcel')}
              description={t('atDesk.parcelHint')}
              value={parcel}
              onChange={({ currentTarget }) => setParcel(currentTarget.value.trim().toUpperCase())}
            />
          )}
          <TextInput
            label={t('atDesk.card')}
            description={t('atDesk.cardHint')}
            value={card}
            error={card.includes('|') && read === undefined ? t('atDesk.cardUnread') : undefined}
            onChange={({ currentTarget: { value } }) => {
              setCard(value)
              const found = cardOf(value)
              if (found === undefined) return
              const form = Object(entry.form)
              set({ form: { ...form, applicant: applicantOf(found, form.applicant) } })
            }}
          />
        </Group>
        {isByPost && collected.isError && <ProblemShown problem={collected.error} />}
        <FormDrawn
          fields={fields}
          value={entry.form}
          onChange={(form) => set({ form })}
          around={{
            wrong: (at) => wrong.get(at),
            source: () => undefined,
            applicant: Object(entry.form).applicant,
          }}
        />
        <PapersTicked
          components={posted.components}
          entry={entry}
          wrong={wrong}
          onCount={(id, counts) => set({ counted: { ...entry.counted, [id]: counts } })}
          onScan={(id, scans) => setEntry((now) => ({ ...now, scans: { ...now.scans, [id]: scans } }))}
        />
        <FeesTaken posted={posted} entry={entry} wrong={wrong} onChange={set} />
        <Group grow align="start">
          <NativeSelect
            label={t('atDesk.returnBy')}
            data={returns.map((way) => ({ value: way, label: t(`choices.${way}`) }))}
            value={entry.returnBy}
            onChange={({ currentTarget }) =>
              set({ returnBy: returns.find((way) => way === currentTarget.value) ?? 'desk' })
            }
          />
          <TextInput
            label={t('atDesk.account')}
            description={t('atDesk.accountHint')}
            inputMode="numeric"
            value={entry.account}
            onChange={({ currentTarget }) => set({ account: currentTarget.value.trim() })}
          />
        </Group>
        {register.isError && lacking.length === 0 && <ProblemShown problem={register.error} />}
        <LackingShown lacking={lacking} />
        <Group>
          <Button type="submit" loading={register.isPending} aria-keyshortcuts="Control+Enter">
            {t('atDesk.register')}
          </Button>
          {lacking.length > 0 && (
            <Button variant="default" disabled={register.isPending} onClick={() => register.mutate(true)}>
              {t('atDesk.registerAnyway')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
