import { Button, Fieldset, Grid, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { day } from '../frame/moments.ts'
import type { Around } from './draft-form.tsx'

const kinds = ['holiday', 'compensation', 'swap'] as const
const byDefault = { off: 'Nghỉ hoán đổi', worked: 'Làm bù' }

/** Days off, Saturdays worked, and days that are ordinary again. */
export const DraftDays = ({ notice, onChange, wrong }: Around) => {
  const { t } = useTranslation()
  const { off, worked, revoked } = notice
  return (
    <>
      <Rows
        legend={t('calendars.off')}
        add={t('calendars.addOff')}
        onAdd={() => onChange({ ...notice, off: [...off, { day: '', why: 'swap', name: byDefault.off }] })}
      >
        {off.map((one, n) => (
          <Row
            // Rows have no name of their own: their place is what they are known by.
            key={n}
            on={one.day}
            name={one.name}
            error={wrong(`/off/${n}/day`) ?? wrong(`/off/${n}/name`)}
            onChange={(next) => onChange({ ...notice, off: off.with(n, { ...one, ...next }) })}
            onRemove={() => onChange({ ...notice, off: off.toSpliced(n, 1) })}
          >
            <NativeSelect
              label={t('calendars.why')}
              value={one.why}
              data={kinds.map((value) => ({ value, label: t(`calendars.kinds.${value}`) }))}
              onChange={({ currentTarget }) => {
                const why = kinds.find((kind) => kind === currentTarget.value) ?? 'swap'
                onChange({ ...notice, off: off.with(n, { ...one, why }) })
              }}
            />
          </Row>
        ))}
      </Rows>
      <Rows
        legend={t('calendars.worked')}
        add={t('calendars.addWorked')}
        onAdd={() => onChange({ ...notice, worked: [...worked, { day: '', name: byDefault.worked }] })}
      >
        {worked.map((one, n) => (
          <Row
            key={n}
            on={one.day}
            name={one.name}
            error={wrong(`/worked/${n}/day`) ?? wrong(`/worked/${n}/name`)}
            onChange={(next) => onChange({ ...notice, worked: worked.with(n, { ...one, ...next }) })}
            onRemove={() => onChange({ ...notice, worked: worked.toSpliced(n, 1) })}
          />
        ))}
      </Rows>
      <Rows
        legend={t('calendars.revoked')}
        hint={t('calendars.revokedHint')}
        add={t('calendars.addRevoked')}
        onAdd={() => onChange({ ...notice, revoked: [...revoked, ''] })}
      >
        {revoked.map((one, n) => (
          <Row
            key={n}
            on={one}
            error={wrong(`/revoked/${n}`)}
            onChange={(next) => onChange({ ...notice, revoked: revoked.with(n, next.day) })}
            onRemove={() => onChange({ ...notice, revoked: revoked.toSpliced(n, 1) })}
          />
        ))}
      </Rows>
    </>
  )
}

type Listed = { legend: string; hint?: string; add: string; onAdd: () => void; children: ReactNode }
const Rows = ({ legend, hint, add, onAdd, children }: Listed) => (
  <Fieldset legend={legend}>
    <Stack gap="xs">
      {hint !== undefined && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      {children}
      <Button variant="default" style={{ alignSelf: 'start' }} onClick={onAdd}>
        {add}
      </Button>
    </Stack>
  </Fieldset>
)

type Drawn = {
  on: string
  name?: string
  error: string | undefined
  onChange: (next: { day: string; name: string }) => void
  onRemove: () => void
  children?: ReactNode
}
const Row = ({ on, name, error, onChange, onRemove, children }: Drawn) => {
  const { t } = useTranslation()
  return (
    <Grid gap="xs">
      <Grid.Col span={{ base: 12, sm: 3 }}>
        <TextInput
          type="date"
          label={t('calendars.day')}
          required
          value={on}
          error={error}
          onChange={({ currentTarget }) => onChange({ day: currentTarget.value, name: name ?? '' })}
        />
      </Grid.Col>
      {children !== undefined && <Grid.Col span={{ base: 12, sm: 3 }}>{children}</Grid.Col>}
      {name !== undefined && (
        <Grid.Col span={{ base: 12, sm: 4 }}>
          <TextInput
            label={t('calendars.name')}
            required
            value={name}
            onChange={({ currentTarget }) => onChange({ day: on, name: currentTarget.value })}
          />
        </Grid.Col>
      )}
      <Grid.Col span={{ base: 12, sm: 2 }}>
        <Button
          variant="subtle"
          mt={{ base: 0, sm: 25 }}
          aria-label={t('calendars.remove', { what: on === '' ? t('calendars.day') : day(on) })}
          onClick={onRemove}
        >
          {t('calendars.removeShort')}
        </Button>
      </Grid.Col>
    </Grid>
  )
}
