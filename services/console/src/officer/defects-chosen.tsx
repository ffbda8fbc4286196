import { Button, CloseButton, Group, Select, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Seen } from '../dossier/seen.ts'
import { useComponents } from './choices-by-name.ts'
import { type Defect, kindsOfDefect } from './command-fields.ts'

type Shown = {
  dossier: Seen
  value: readonly Partial<Defect>[]
  onChange: (value: readonly Partial<Defect>[]) => void
}

/** Every paper that is not in order, each with what is wrong: it is asked for once, all of it (NĐ 61/2018 art. 17.1a). */
export const DefectsChosen = ({ dossier, value, onChange }: Shown) => {
  const { t } = useTranslation()
  const components = useComponents(dossier, true)
  return (
    <Stack gap="xs">
      {value.map(({ component, defect }, n) => (
        // A line has no name of its own: its place is what it is known by.
        <Group key={n} gap="xs" align="end" wrap="nowrap">
          <Select
            flex={2}
            label={t('fields.component')}
            searchable
            required
            data={components}
            value={component ?? null}
            onChange={(chosen) => onChange(value.with(n, { ...value[n], component: chosen ?? '' }))}
          />
          <Select
            flex={1}
            label={t('fields.defect')}
            data={kindsOfDefect.map((kind) => ({ value: kind, label: t(`choices.${kind}`) }))}
            value={defect ?? 'missing'}
            allowDeselect={false}
            onChange={(chosen) =>
              onChange(
                value.with(n, { ...value[n], defect: kindsOfDefect.find((kind) => kind === chosen) ?? 'missing' }),
              )
            }
          />
          {value.length > 1 && (
            <CloseButton mb={4} aria-label={t('fields.remove')} onClick={() => onChange(value.toSpliced(n, 1))} />
          )}
        </Group>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        style={{ alignSelf: 'start' }}
        onClick={() => onChange([...value, { defect: 'missing' }])}
      >
        {t('fields.another')}
      </Button>
    </Stack>
  )
}
