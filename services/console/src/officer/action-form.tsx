import { Button, Checkbox, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, sendCommand } from '../frame/api.ts'
import { useNames } from '../frame/names.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { useOfficersOf } from './choices-by-name.ts'
import { commandOf, type Field, fieldsOf, type Given, type Value } from './command-fields.ts'
import { DefectsChosen } from './defects-chosen.tsx'
import type { Action, Seen } from '../dossier/seen.ts'

type Form = {
  action: Action
  dossier: Seen
  /** What stands in the form at first. */
  begun?: Given | undefined
  onEnd: (done: boolean) => void
}

/** One command: what it does, what it needs, and the ledger's answer. The key stays until there is one, so nothing is done twice. */
export const ActionForm = ({ action, dossier, begun, onEnd }: Form) => {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const [given, setGiven] = useState<Given>(() => ({ ...beginning(action), ...begun }))
  const fields = fieldsOf(action)
  const sent = useMutation({
    mutationFn: () =>
      sendCommand({ dossier: dossier.id, version: dossier.version, key, command: commandOf(action, given) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['dossier', dossier.id] })
      void queries.invalidateQueries({ queryKey: ['worklist'] })
      onEnd(true)
    },
  })
  const consequence = t(`consequences.${action.command}`, '')
  const hasMoved = isProblem(sent.error) && (sent.error.since ?? []).length > 0
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        sent.mutate()
      }}
    >
      <Stack gap="sm">
        {consequence !== '' && <Text size="sm">{consequence}</Text>}
        {action.refused !== null && (
          <Text size="sm" role="note">
            {i18n.language === 'vi' ? action.refused.vi : action.refused.en}
            {action.refused.rule !== null && ` ${t('rule', { rule: action.refused.rule })}`}
          </Text>
        )}
        {fields.map((field, n) => (
          <Input
            key={field.name}
            field={field}
            dossier={dossier}
            value={given[field.name] ?? ''}
            isFirst={n === 0}
            onChange={(value) => setGiven({ ...given, [field.name]: value })}
          />
        ))}
        {sent.isError && (
          <ProblemShown problem={sent.error}>
            {hasMoved && (
              <Button
                mt="xs"
                variant="default"
                onClick={() =>
                  void queries.invalidateQueries({ queryKey: ['dossier', dossier.id] }).then(() => onEnd(false))
                }
              >
                {t('refresh')}
              </Button>
            )}
          </ProblemShown>
        )}
        <Group>
          <Button type="submit" loading={sent.isPending} autoFocus={fields.length === 0}>
            {t(`commands.${action.command}`)}
          </Button>
          <Button variant="default" onClick={() => onEnd(false)}>
            {t('dossier.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const beginning = (action: Action): Given => {
  const empty = fieldsOf(action).map((field): [string, Value] => {
    if (field.is === 'defects') return [field.name, [{ defect: 'missing' }]]
    if (field.is === 'choice') return [field.name, field.choices[0] ?? '']
    return [field.name, field.is === 'check' ? false : '']
  })
  return { ...Object.fromEntries(empty), ...(action.command === 'OfferHandover' && { to: action.about ?? '' }) }
}

type InputProps = {
  field: Field
  dossier: Seen
  value: Value
  isFirst: boolean
  onChange: (value: Value) => void
}

const Input = ({ field, dossier, value, isFirst, onChange }: InputProps) => {
  const { t } = useTranslation()
  const names = useNames()
  const officers = useOfficersOf(dossier.axes.holder, field.is === 'officer')
  const label = t(`fields.${field.label}`)
  const text = typeof value === 'string' ? value : ''
  if (field.is === 'defects')
    return <DefectsChosen dossier={dossier} value={Array.isArray(value) ? value : []} onChange={onChange} />
  if (field.is === 'choice')
    return (
      <Select
        label={label}
        data={field.choices.map((choice) => ({ value: choice, label: t(`choices.${choice}`) }))}
        value={text}
        allowDeselect={false}
        onChange={(chosen) => onChange(chosen ?? '')}
        data-autofocus={isFirst}
      />
    )
  const isRequired = field.optional !== true
  if (field.is === 'check')
    return (
      <Checkbox
        label={label}
        checked={value === true}
        required
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    )
  if (field.is === 'place')
    return (
      <Select
        label={label}
        searchable
        clearable={!isRequired}
        required={isRequired}
        data={[...names].map(([code, name]) => ({ value: code, label: `${name} (${code})` }))}
        value={text === '' ? null : text}
        onChange={(chosen) => onChange(chosen ?? '')}
        limit={50}
      />
    )
  if (field.is === 'officer')
    return (
      <Select
        label={label}
        searchable
        required
        data={officers}
        value={text === '' ? null : text}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    )
  if (field.is === 'amount')
    return (
      <NumberInput
        label={label}
        required={isRequired}
        min={1}
        allowDecimal={false}
        value={text}
        onChange={(n) => onChange(String(n))}
      />
    )
  if (field.is === 'text')
    return (
      <Textarea
        label={label}
        required={isRequired}
        autosize
        minRows={2}
        maxLength={4_000}
        value={text}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )
  return (
    <TextInput
      label={label}
      required={isRequired}
      type={field.is === 'day' ? 'date' : 'text'}
      value={text}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
