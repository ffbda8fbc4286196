import { Alert, Anchor, List, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '../clients/intake.d.ts'
import { idOf } from '../form/form-drawn.tsx'

type Defect = components['schemas']['FieldError']

/** Everything that is missing or wrong, in one list (NĐ 61/2018 art. 15.3): each line leads to its field. Each time somebody looks, it is where they are led. */
export const Defects = ({ defects, looked }: { defects: readonly Defect[] | undefined; looked: number }) => {
  const { t, i18n } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  const isThere = defects !== undefined
  useEffect(() => {
    if (isThere && looked > 0) list.current?.focus()
  }, [isThere, looked])
  if (defects === undefined) return null
  if (defects.length === 0)
    return (
      <Alert color="gray" variant="outline" role="status" ref={list} tabIndex={-1}>
        ✓ {t('apply.complete')}
      </Alert>
    )
  return (
    <Alert
      color="red"
      variant="outline"
      role="alert"
      ref={list}
      tabIndex={-1}
      title={t('apply.defects', { count: defects.length })}
    >
      <List size="sm" type="ordered">
        {defects.map(({ pointer, code, vi, en }) => (
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
      <Text size="sm" c="dimmed" mt="xs">
        {t('rule', { rule: 'NĐ 61/2018 art. 15.3' })}
      </Text>
    </Alert>
  )
}

/** To the field a defect names, or to what it is in. */
const goTo = (pointer: string): void => {
  const steps = idOf(pointer).split('/')
  while (steps.length > 0) {
    const found = document.getElementById(steps.join('/'))
    if (found !== null) {
      const inside = found.querySelector<HTMLElement>('input:not([type=hidden]), button')
      ;(found.matches('input, select, textarea, [tabindex]') ? found : (inside ?? found)).focus()
      found.scrollIntoView({ block: 'center' })
      return
    }
    steps.pop()
  }
}
