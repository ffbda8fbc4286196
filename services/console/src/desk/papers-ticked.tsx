import { ActionIcon, Button, Checkbox, Fieldset, FileButton, Group, NumberInput, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sendFile } from '../citizen/send-file.ts'
import type { components } from '../clients/intake.d.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { asPublished, type Counts, isThere, kinds, nothing } from './counted.ts'
import type { Entry, Scan } from './entry.ts'

type Component = components['schemas']['Component']
type Props = {
  components: readonly Component[]
  entry: Pick<Entry, 'counted' | 'scans'>
  wrong: ReadonlyMap<string, string>
  onCount: (id: string, counts: Counts) => void
  onScan: (id: string, scans: readonly Scan[]) => void
}

/** The papers of the published list: a tick takes as many as it asks, a count sets it right, a scan goes with it. */
export const PapersTicked = ({ components: published, entry, wrong, onCount, onScan }: Props) => {
  const { t } = useTranslation()
  return (
    <Fieldset legend={t('atDesk.papers')} id="components">
      <Stack gap="sm">
        {published.map((component) => (
          <Paper
            key={component.id}
            component={component}
            counts={entry.counted[component.id] ?? nothing}
            scans={entry.scans[component.id] ?? []}
            wrong={[...wrong].find(([at]) => at.startsWith(`#/body/components/${component.id}`))?.[1]}
            onCount={(counts) => onCount(component.id, counts)}
            onScan={(scans) => onScan(component.id, scans)}
          />
        ))}
      </Stack>
    </Fieldset>
  )
}

type One = {
  component: Component
  counts: Counts
  scans: readonly Scan[]
  wrong: string | undefined
  onCount: (counts: Counts) => void
  onScan: (scans: readonly Scan[]) => void
}

const Paper = ({ component, counts, scans, wrong, onCount, onScan }: One) => {
  const { t } = useTranslation()
  const { id, name, condition, required } = component
  const isTaken = isThere(counts)
  const send = useMutation({
    mutationFn: async (files: File[]) => {
      const sent = []
      for (const file of files) sent.push({ uploadId: await sendFile(file, crypto.randomUUID()), name: file.name })
      onScan([...scans, ...sent])
    },
  })
  const wanted = kinds.filter((kind) => component[kind] > 0 || counts[kind] > 0)
  return (
    <div role="group" aria-label={`${id} · ${name}`} id={`components/${id}`}>
      <Checkbox
        label={`${id} · ${name}`}
        description={[
          condition ?? (required ? t('atDesk.asked') : undefined),
          ...kinds
            .filter((kind) => component[kind] > 0)
            .map((kind) => `${component[kind]} ${t(`atDesk.kinds.${kind}`)}`),
        ]
          .filter((said) => said !== undefined)
          .join(' · ')}
        error={wrong}
        checked={isTaken}
        onChange={({ currentTarget }) => onCount(currentTarget.checked ? asPublished(component) : nothing)}
      />
      {isTaken && (
        <Group gap="sm" mt={4} ml={32} align="end">
          {(wanted.length === 0 ? kinds : wanted).map((kind) => (
            <NumberInput
              key={kind}
              w={150}
              size="xs"
              label={t(`atDesk.kinds.${kind}`)}
              min={0}
              max={99}
              allowDecimal={false}
              hideControls
              value={counts[kind]}
              onChange={(value) => onCount({ ...counts, [kind]: Number(value) })}
            />
          ))}
          <FileButton
            accept="application/pdf,image/jpeg,image/png,image/webp"
            multiple
            onChange={(files) => send.mutate(files)}
          >
            {(props) => (
              <Button
                {...props}
                size="xs"
                variant="default"
                loading={send.isPending}
                aria-label={`${t('atDesk.addScan')}: ${id} · ${name}`}
              >
                {t('atDesk.addScan')}
              </Button>
            )}
          </FileButton>
          {scans.map(({ uploadId, name: file }) => (
            <Group key={uploadId} gap={4}>
              <Text size="sm">{file}</Text>
              <ActionIcon
                variant="subtle"
                size="sm"
                aria-label={t('atDesk.removeScan', { name: file })}
                onClick={() => onScan(scans.filter((one) => one.uploadId !== uploadId))}
              >
                ×
              </ActionIcon>
            </Group>
          ))}
        </Group>
      )}
      {send.isError && <ProblemShown problem={send.error} />}
    </div>
  )
}
