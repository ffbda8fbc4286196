import { Alert, Anchor, List, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '../clients/intake.d.ts'
import { idOf } from '../form/form-drawn.tsx'

export type Lacking = components['schemas']['FieldError']

/** All that is missing or wrong, in one list; each line leads to its field. */
export const LackingShown = ({ lacking }: { lacking: readonly Lacking[] }) => {
  const { t, i18n } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (lacking.length > 0) list.current?.focus()
  }, [lacking])
  if (lacking.length === 0) return null
  return (
    <Alert
      color="red"
      variant="outline"
      role="alert"
      ref={list}
      tabIndex={-1}
      title={t('atDesk.lacks', { count: lacking.length })}
    >
      <List size="sm" type="ordered">
        {lacking.map(({ pointer, code, vi, en }) => (
          <List.Item key={`${pointer} ${code}`}>
            <Anchor
              href={`#${idOf(pointer)}`}
              onClick={(event) => {
                event.preventDefault()
                goTo(pointer)
              }}
            >
              {i18n.language === 'en' ? en : vi}
            </Anchor>
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        {t('atDesk.lacksHint')}
      </Text>
    </Alert>
  )
}

/** To the field a pointer names, or to what is around it. */
const goTo = (pointer: string): void => {
  const steps = idOf(pointer).split('/')
  while (steps.length > 0) {
    const found = document.getElementById(steps.join('/'))
    const field = found?.matches('input, select, textarea') ? found : found?.querySelector<HTMLElement>('input, select')
    if (field) return field.focus()
    steps.pop()
  }
}
