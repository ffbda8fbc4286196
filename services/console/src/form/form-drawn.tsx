import {
  Button,
  Fieldset,
  Grid,
  Group,
  Input,
  NativeSelect,
  NumberInput,
  Radio,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import type { Field } from '@dossier/domain/form-fields'
import { useTranslation } from 'react-i18next'
import './words.ts'

type Of<K extends Field['kind']> = Extract<Field, { kind: K }>
/** `at` names a field as problems do: `#/body/form/applicant/phone`; its input has the same id without `#/body/`. */
type Around = {
  /** What is wrong with a field, and where what stands in it was taken from. */
  wrong: (at: string) => string | undefined
  source: (at: string, value: unknown) => string | undefined
  /** What was said of the applicant: other people and addresses of a form may be the same. */
  applicant: unknown
}
type Drawn<F> = { field: F; at: string; value: unknown; onChange: (value: unknown) => void; around: Around }

export const idOf = (at: string): string => at.replace('#/body/', '')

/** A procedure's form as its schema has it, group by group; it knows no procedure. */
export const FormDrawn = ({
  fields,
  at = '#/body/form',
  ...rest
}: Omit<Drawn<never>, 'field' | 'at'> & { fields: readonly Field[]; at?: string }) => (
  <Grid gap="sm">
    {fields.map((field) => (
      <Grid.Col key={field.name} span={{ base: 12, sm: isShort(field) ? 6 : 12 }}>
        <FieldDrawn
          field={field}
          at={`${at}/${field.name}`}
          value={Object(rest.value)[field.name]}
          onChange={(value) => rest.onChange({ ...Object(rest.value), [field.name]: value })}
          around={rest.around}
        />
      </Grid.Col>
    ))}
  </Grid>
)

/** Two of these stand side by side where there is room. */
const isShort = (field: Field) =>
  field.kind !== 'group' && field.kind !== 'list' && !(field.kind === 'text' && field.isLong)

const FieldDrawn = ({ field, ...rest }: Drawn<Field>) => {
  if (field.kind === 'group') return <GroupDrawn field={field} {...rest} />
  if (field.kind === 'list') return <ListDrawn field={field} {...rest} />
  return <LeafDrawn field={field} {...rest} />
}

// A phone has no room for a wide margin in each group.
const inner = { base: 'xs', sm: 'md' }

const GroupDrawn = ({ field, at, value, onChange, around }: Drawn<Of<'group'>>) => {
  const { t } = useTranslation()
  const same = at.startsWith('#/body/form/applicant') ? undefined : sameAs(field, around.applicant)
  return (
    <Fieldset p={inner} legend={field.isRequired ? field.title : t('form.ifAny', { title: field.title })} id={idOf(at)}>
      {field.help !== undefined && (
        <Text size="sm" c="dimmed" mb="xs">
          {field.help}
        </Text>
      )}
      {same !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          mb="xs"
          onClick={() => onChange({ ...Object(value), ...same })}
          className="screen"
          aria-label={`${t('form.sameAsApplicant')}: ${field.title}`}
        >
          {t('form.sameAsApplicant')}
        </Button>
      )}
      <FormDrawn fields={field.fields} at={at} value={value} onChange={onChange} around={around} />
    </Fieldset>
  )
}

/** What of a person, or of an address, is the applicant's own. */
const sameAs = (field: Of<'group'>, applicant: unknown): Record<string, unknown> | undefined => {
  const names = field.fields.map(({ name }) => name)
  const given = Object(names.includes('province') ? Object(applicant).address : applicant)
  if (!names.includes('personalId') && !names.includes('province')) return undefined
  const same = Object.fromEntries(names.flatMap((name) => (isText(given[name]) ? [[name, given[name]]] : [])))
  return Object.keys(same).length === 0 ? undefined : same
}
const isText = (value: unknown) => typeof value === 'string' && value !== ''

const ListDrawn = ({ field, at, value, onChange, around }: Drawn<Of<'list'>>) => {
  const { t } = useTranslation()
  const { item, atLeast, atMost = Number.POSITIVE_INFINITY } = field
  const given: unknown[] = Array.isArray(value) ? value : []
  const rows = given.length === 0 && atLeast > 0 ? [{}] : given
  const wrong = around.wrong(at)
  return (
    <Fieldset
      p={inner}
      legend={field.isRequired ? field.title : t('form.ifAny', { title: field.title })}
      id={idOf(at)}
      tabIndex={-1}
    >
      <Stack gap="sm">
        {wrong !== undefined && <Input.Error>{wrong}</Input.Error>}
        {rows.map((row, n) => (
          // Rows have no name of their own: their place is what they are known by.
          <Stack key={n} gap={4}>
            <FieldDrawn
              field={{ ...item, title: `${item.title} ${n + 1}` }}
              at={`${at}/${n}`}
              value={row}
              onChange={(next) => onChange(rows.with(n, next))}
              around={around}
            />
            {rows.length > atLeast && (
              <Button
                size="compact-sm"
                variant="subtle"
                style={{ alignSelf: 'start' }}
                onClick={() => onChange(rows.toSpliced(n, 1))}
              >
                {t('form.remove', { title: `${item.title} ${n + 1}` })}
              </Button>
            )}
          </Stack>
        ))}
        {rows.length < atMost && (
          <Button variant="default" style={{ alignSelf: 'start' }} onClick={() => onChange([...rows, {}])}>
            {t('form.add', { title: item.title })}
          </Button>
        )}
      </Stack>
    </Fieldset>
  )
}

// What is said of a field stands below it, so that fields side by side stand in one line.
const order = ['label', 'input', 'description', 'error'] satisfies ('label' | 'input' | 'description' | 'error')[]

const LeafDrawn = ({ field, at, value, onChange, around }: Drawn<Exclude<Field, { kind: 'group' | 'list' }>>) => {
  const { t } = useTranslation()
  const text = typeof value === 'string' ? value : ''
  const said = {
    id: idOf(at),
    label: field.title,
    // Said in words: what must be there is judged by the office, not by the browser.
    withAsterisk: field.isRequired,
    'aria-required': field.isRequired,
    description: [field.help, around.source(at, value)].filter((line) => line !== undefined).join(' · ') || undefined,
    error: around.wrong(at),
    inputWrapperOrder: order,
  }
  const line = { ...said, value: text, ...(field.autocomplete !== undefined && { autoComplete: field.autocomplete }) }
  switch (field.kind) {
    case 'choice':
      return (
        <NativeSelect
          {...said}
          value={text}
          data={[
            { value: '', label: t('form.choose') },
            ...field.choices.map((one) => ({ value: one.value, label: one.title })),
          ]}
          onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? undefined : currentTarget.value)}
        />
      )
    case 'yes-no': {
      const { 'aria-required': _, ...group } = said
      return (
        <Radio.Group
          {...group}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={(chosen) => onChange(chosen === 'true')}
        >
          <Group mt={4}>
            <Radio value="true" label={t('form.yes')} />
            <Radio value="false" label={t('form.no')} />
          </Group>
        </Radio.Group>
      )
    }
    case 'number':
      return (
        <NumberInput
          {...said}
          value={typeof value === 'number' ? value : ''}
          allowDecimal={!field.isWhole}
          thousandSeparator="."
          decimalSeparator=","
          hideControls
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      )
    case 'date':
      return <TextInput {...line} type="date" onChange={({ currentTarget }) => onChange(currentTarget.value)} />
    case 'text':
      return field.isLong ? (
        <Textarea {...line} autosize minRows={3} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
      ) : (
        <TextInput
          {...line}
          inputMode={field.keys === 'numeric' || field.keys === 'tel' ? field.keys : 'text'}
          {...(field.longest !== undefined && { maxLength: field.longest })}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )
  }
}
