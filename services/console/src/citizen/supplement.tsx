import { Button, FileInput, List, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import './words.ts'
import type { Seen } from '../dossier/seen.ts'
import { intake, orProblem } from '../frame/api.ts'
import { day } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { useComponents } from '../officer/choices-by-name.ts'
import { defectsAsked } from './defects-asked.ts'
import { sendFile } from './send-file.ts'

type Chosen = Record<string, File[]>

/** All that was asked for, as one list, and one sending that brings it; nothing where nothing is asked. */
export const Supplement = ({ dossier }: { dossier: Seen }) => {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const { defects: asked, by } = defectsAsked(dossier) ?? { defects: [] }
  const [key, setKey] = useState(() => crypto.randomUUID())
  const [chosen, choose] = useState<Chosen>({})
  const names = new Map(useComponents(dossier, asked.length > 0).map(({ value, label }) => [value, label]))
  const sent = useMutation({
    mutationFn: async () => {
      const components: Record<string, ReturnType<typeof scans>> = {}
      for (const [id, files] of Object.entries(chosen)) {
        const uploads: string[] = []
        for (const [n, file] of files.entries()) uploads.push(await sendFile(file, `${key}:${id}:${n}`))
        if (uploads.length > 0) components[id] = scans(uploads)
      }
      return orProblem(
        intake.POST('/applications/{id}/amendments', {
          params: { path: { id: dossier.id }, header: { 'idempotency-key': key } },
          body: { components, payments: {} },
        }),
      )
    },
    onSuccess: async () => {
      setKey(crypto.randomUUID())
      choose({})
      await queries.invalidateQueries({ queryKey: ['dossier', dossier.id] })
    },
  })
  if (asked.length === 0) return null
  const isEmpty = Object.values(chosen).every((files) => files.length === 0)
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="bo-sung">
      <Title order={2} size="h4" id="bo-sung">
        {t('supplement.title')}
      </Title>
      <Text>{t('supplement.lead')}</Text>
      {by !== undefined && <Text fw={600}>{t('supplement.by', { on: day(by) })}</Text>}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          sent.mutate()
        }}
      >
        <Stack mt="sm">
          {[...new Set(asked.map(({ component }) => component))].map((component) => (
            <FileInput
              key={component}
              multiple
              clearable
              accept="image/*,application/pdf"
              label={`${names.get(component) ?? component}: ${asked
                .filter((one) => one.component === component)
                .map(({ defect }) => t(`defects.${defect}`))
                .join(', ')}`}
              description={t('supplement.fileHint')}
              placeholder={t('supplement.file')}
              styles={{ placeholder: { color: 'inherit' } }} // it says what to do: not paler than the rest
              value={chosen[component] ?? []}
              onChange={(files) => {
                setKey(crypto.randomUUID()) // other files are another sending
                choose({ ...chosen, [component]: files })
              }}
            />
          ))}
          <Text size="sm">{t('supplement.desk')}</Text>
          {sent.isError && <ProblemShown problem={sent.error} />}
          {sent.isSuccess && isEmpty && (
            <div role="status">
              <Text>{t(sent.data.complete ? 'supplement.sent' : 'supplement.stillMissing')}</Text>
              <List size="sm">
                {sent.data.defects.map(({ pointer, code, vi, en }) => (
                  <List.Item key={`${pointer} ${code}`}>{i18n.language === 'vi' ? vi : en}</List.Item>
                ))}
              </List>
            </div>
          )}
          <Button type="submit" loading={sent.isPending} disabled={isEmpty} style={{ alignSelf: 'start' }}>
            {t('supplement.send')}
          </Button>
        </Stack>
      </form>
    </Paper>
  )
}

const scans = (uploads: string[]) => ({ originals: 0, certifiedCopies: 0, copies: 0, uploads })
