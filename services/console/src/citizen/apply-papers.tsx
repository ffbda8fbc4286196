import { Button, FileButton, Group, Input, Paper, Stack, Text } from '@mantine/core'
import { fileIsAsked } from '@dossier/domain/completeness'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ProblemShown } from '../frame/problem.tsx'
import type { Body, Posted } from './draft.ts'
import { sendFile } from './send-file.ts'

type Files = Body['files']
type Shown = {
  posted: Posted
  files: Files
  wrong: ReadonlyMap<string, string>
  onChange: (files: Files) => void
}

/** Each paper of the procedure with the files sent for it; a phone's camera is one way to make one. */
export const ApplyPapers = ({ posted, files, wrong, onChange }: Shown) => (
  <Stack component="ul" className="cards" gap="sm">
    {posted.components.map((component) => (
      <PaperSent
        key={component.id}
        component={component}
        isAsked={fileIsAsked(posted, component)}
        sent={files[component.id] ?? []}
        wrong={[...wrong].find(([at]) => at.startsWith(`#/body/components/${component.id}/`))?.[1]}
        onChange={(sent) => onChange({ ...files, [component.id]: sent })}
      />
    ))}
  </Stack>
)

type One = {
  component: Posted['components'][number]
  isAsked: boolean
  sent: Files[string]
  wrong: string | undefined
  onChange: (sent: Files[string]) => void
}
const PaperSent = ({ component, isAsked, sent, wrong, onChange }: One) => {
  const { t } = useTranslation()
  const { id, name, condition, required, presentOnly } = component
  const sending = useMutation({
    mutationFn: async (chosen: File[]) => {
      const more: Files[string] = []
      for (const file of chosen) more.push({ uploadId: await sendFile(file, crypto.randomUUID()), name: file.name })
      return more
    },
    onSuccess: (more) => onChange([...sent, ...more]),
  })
  const said = [
    !required && (condition ?? t('procedures.ifNeeded')),
    required && condition,
    presentOnly && t('apply.presentOnly'),
    !isAsked && !presentOnly && t('apply.isForm'),
  ].filter((line) => typeof line === 'string')
  return (
    <Paper component="li" withBorder p="sm" id={`components/${id}`} tabIndex={-1}>
      <Text fw={500}>{name}</Text>
      {said.length > 0 && (
        <Text size="sm" c="dimmed">
          {said.join(' · ')}
        </Text>
      )}
      <Stack component="ul" className="cards" gap={2} my={sent.length > 0 ? 'xs' : 0}>
        {sent.map(({ uploadId, name: file }) => (
          <Group component="li" key={uploadId} gap="xs" wrap="nowrap">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              ✓ {file}
            </Text>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('apply.takeAway', { file })}
              onClick={() => onChange(sent.filter((one) => one.uploadId !== uploadId))}
            >
              {t('apply.remove')}
            </Button>
          </Group>
        ))}
      </Stack>
      {wrong !== undefined && <Input.Error size="sm">{wrong}</Input.Error>}
      {sending.isError && <ProblemShown problem={sending.error} />}
      {isAsked && (
        <Group gap="xs" mt="xs" className="screen">
          <FileButton
            multiple
            accept="image/*,application/pdf,.docx,.heic"
            onChange={(chosen) => sending.mutate(chosen)}
            inputProps={{ 'aria-label': `${t('apply.file')}: ${name}` }}
          >
            {(button) => (
              <Button
                {...button}
                size="compact-md"
                variant="default"
                loading={sending.isPending}
                aria-label={`${t('apply.file')}: ${name}`}
              >
                {t('apply.file')}
              </Button>
            )}
          </FileButton>
          <FileButton accept="image/*" capture="environment" onChange={(photo) => photo && sending.mutate([photo])}>
            {(button) => (
              <Button
                {...button}
                size="compact-md"
                variant="default"
                hiddenFrom="sm"
                aria-label={`${t('apply.photo')}: ${name}`}
              >
                {t('apply.photo')}
              </Button>
            )}
          </FileButton>
          <Text size="xs" c="dimmed">
            {t('apply.fileHint')}
          </Text>
        </Group>
      )}
    </Paper>
  )
}
