import { Button, Group, Select, Switch, TextInput } from '@mantine/core'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { type Light, lights } from '../frame/light-kinds.ts'
import { reasons, type WorklistAsked } from './worklist-asked.ts'

type Filtering = {
  asked: WorklistAsked
  places: [string, string][]
  organisation: string
  counts: Partial<Record<Light, number>>
  field: RefObject<HTMLInputElement | null>
  ask: (asked: { [K in keyof WorklistAsked]: WorklistAsked[K] | undefined }) => void
}

/** What of the list is wanted; every choice is in the link. */
export const WorklistFilters = ({ asked, places, organisation, counts, field, ask }: Filtering) => {
  const { t } = useTranslation()
  return (
    <Group className="screen" align="end">
      {places.length > 1 && (
        <Select
          label={t('worklist.organisation')}
          data={places.map(([value, label]) => ({ value, label }))}
          value={organisation}
          allowDeselect={false}
          onChange={(value) => ask({ ...asked, organisation: value ?? undefined })}
        />
      )}
      <TextInput
        ref={field}
        label={t('worklist.find')}
        value={asked.q ?? ''}
        onChange={({ currentTarget: { value } }) => ask({ ...asked, q: value })}
      />
      <Select
        label={t('worklist.why')}
        data={reasons.map((value) => ({ value, label: t(`worklist.because.${value}`) }))}
        value={asked.because ?? null}
        placeholder={t('worklist.all')}
        clearable
        clearButtonProps={{ 'aria-label': t('worklist.all') }}
        onChange={(value) => ask({ ...asked, because: reasons.find((one) => one === value) })}
      />
      <Switch
        label={t('worklist.mine')}
        checked={asked.mine === true}
        mb={8}
        onChange={({ currentTarget }) => ask({ ...asked, mine: currentTarget.checked ? true : undefined })}
      />
      <Group gap="xs" role="group" aria-label={t('worklist.light')}>
        <Button
          variant={asked.light === undefined ? 'filled' : 'default'}
          onClick={() => ask({ ...asked, light: undefined })}
          aria-pressed={asked.light === undefined}
        >
          {t('worklist.all')}
        </Button>
        {lights.map((light) => (
          <Button
            key={light}
            variant={asked.light === light ? 'filled' : 'default'}
            aria-pressed={asked.light === light}
            onClick={() => ask({ ...asked, light: asked.light === light ? undefined : light })}
          >
            {t(`lights.${light}`)} ({counts[light] ?? 0})
          </Button>
        ))}
      </Group>
    </Group>
  )
}
