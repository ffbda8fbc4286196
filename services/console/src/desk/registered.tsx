import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import '../dossier/words.ts'
import '../officer/words.ts'
import type { components } from '../clients/intake.d.ts'
import { letterAddress } from '../dossier/letter-address.ts'
import type { Seen } from '../dossier/seen.ts'
import { casework, isProblem, orProblem } from '../frame/api.ts'
import { useLive } from '../frame/live.ts'
import { minute } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { Actions } from '../officer/actions.tsx'
import type { Given } from '../officer/command-fields.ts'

export type Taken = components['schemas']['Submitted'] & { procedure: string }
type Shown = { taken: Taken; onNext: () => void }

/** Registered: the ledger's answer next to it, and the paper the citizen takes home. */
export const Registered = ({ taken, onNext }: Shown) => {
  const { t, i18n } = useTranslation()
  const { applicationId, submittedAt, incomplete, defects, possibleDuplicates, procedure } = taken
  return (
    <Stack>
      <Alert color="gray" role="status" title={t('atDesk.registered', { at: minute(submittedAt) })}>
        <Text size="sm">{procedure}</Text>
        <Text size="sm">{incomplete ? t('atDesk.incomplete') : t('atDesk.complete')}</Text>
        <List size="sm">
          {defects.map(({ pointer, code, vi, en }) => (
            <List.Item key={`${pointer} ${code}`}>{i18n.language === 'en' ? en : vi}</List.Item>
          ))}
        </List>
        {possibleDuplicates.length > 0 && (
          <Text size="sm">
            {t('atDesk.duplicates')}{' '}
            {possibleDuplicates.map((dossierId, n) => (
              <Link key={dossierId} to="/ho-so/$dossierId" params={{ dossierId }}>
                {n > 0 && ', '}
                {t('atDesk.open')} {n + 1}
              </Link>
            ))}
          </Text>
        )}
      </Alert>
      <Opened id={applicationId} taken={taken} />
      <Group>
        <Button variant="default" onClick={onNext}>
          {t('atDesk.next')}
        </Button>
        <Link to="/ho-so/$dossierId" params={{ dossierId: applicationId }}>
          {t('atDesk.open')}
        </Link>
      </Group>
    </Stack>
  )
}

const forCitizen = ['receipt', 'refusal', 'supplement']

const Opened = ({ id, taken }: { id: string; taken: Taken }) => {
  const { t } = useTranslation()
  useLive(id)
  const read = useQuery({
    queryKey: ['dossier', id],
    queryFn: () => orProblem(casework.GET('/dossiers/{dossierId}', { params: { path: { dossierId: id } } })),
    // The ledger opens it a moment after it is registered; its letter is set a moment after the act.
    refetchInterval: ({ state: { data, error } }) =>
      isProblem(error) && error.status === 404 ? 700 : data !== undefined && awaitsLetter(data) ? 1_000 : false,
  })
  if (read.isError && !(isProblem(read.error) && read.error.status === 404))
    return <ProblemShown problem={read.error} />
  if (read.data === undefined) return <Text role="status">{t('atDesk.opening')}</Text>
  const dossier = read.data
  const letters = dossier.letters.filter(({ kind }) => forCitizen.includes(kind))
  return (
    <>
      <Text fw={600} size="lg">
        {dossier.axes.code === null ? '' : t('dossier.title', { code: dossier.axes.code })}
      </Text>
      {letters.map((letter) => (
        <Print key={letter.id} id={id} letter={letter} />
      ))}
      {awaitsLetter(dossier) && <Text role="status">{t('atDesk.settingReceipt')}</Text>}
      <Actions dossier={dossier} first={taken.incomplete ? 'RequestSupplement' : 'Accept'} begun={begunWith(taken)} />
    </>
  )
}

/** The way to the letter; the keyboard is there as soon as the letter is. */
const Print = ({ id, letter }: { id: string; letter: Seen['letters'][number] }) => {
  const { t } = useTranslation()
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => link.current?.focus(), [])
  return (
    <Button ref={link} component="a" href={letterAddress(id, letter)} target="_blank" style={{ alignSelf: 'start' }}>
      {letter.kind === 'receipt'
        ? t('atDesk.printReceipt')
        : t('atDesk.printLetter', { kind: t(`letters.${letter.kind}`), number: letter.number })}
    </Button>
  )
}

/** Accepted, refused or asked to complete: the citizen is given it in writing. */
const awaitsLetter = ({ axes, letters }: Seen): boolean =>
  axes.state !== 'submitted' && !letters.some(({ kind }) => forCitizen.includes(kind))

/** The one notice names every paper the check found missing, in its words. */
const begunWith = ({ defects }: Taken): Given => {
  const lacking = [
    ...new Set(defects.flatMap(({ pointer }) => /^#\/body\/components\/([^/]+)/.exec(pointer)?.[1] ?? [])),
  ]
  return {
    note: defects.map(({ vi }) => vi).join('\n'),
    ...(lacking.length > 0 && {
      defects: lacking.map((component) => ({ component, defect: 'missing' as const })),
    }),
  }
}
