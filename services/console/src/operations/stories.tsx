import { Anchor, List, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActForm } from './act-form.tsx'
import type { Pulse } from './pulse.ts'
import { Section } from './section.tsx'

/** Stories whose tasks fail, with the way to them in Temporal; and the way to tell one again. */
export const Stories = ({ stories, ui }: Pick<Pulse, 'stories'> & { ui: string | null }) => {
  const { t } = useTranslation()
  const [dossier, setDossier] = useState('')
  const failing = stories?.failing ?? []
  return (
    <Section title={t('operations.failing')} asked={stories !== null}>
      <Text>
        {failing.length === 0 && t('operations.noDead')} {t('operations.running', { count: stories?.running ?? 0 })}
      </Text>
      <List>
        {failing.map((id) => (
          <List.Item key={id}>
            {id}{' '}
            {ui !== null && (
              <Anchor href={`${ui}/namespaces/dossier/workflows/${id}`} target="_blank">
                {t('operations.story')}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
      <Stack gap="xs" mt="sm">
        <Title order={3} size="h5">
          {t('operations.rebuild')}
        </Title>
        <TextInput
          maw={520}
          label={t('operations.dossier')}
          description={t('operations.rebuildHint')}
          value={dossier}
          onChange={({ currentTarget }) => setDossier(currentTarget.value.trim())}
        />
        {dossier !== '' && <ActForm key={dossier} act={{ what: 'rebuild', dossier }} />}
      </Stack>
    </Section>
  )
}
