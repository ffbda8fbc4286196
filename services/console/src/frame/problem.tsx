import { Alert, List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isProblem } from './api.ts'
import { minute } from './moments.ts'

/** A refusal in the reader's language: what to do, the rule it rests on, the fields, and who did what meanwhile. */
export const ProblemShown = ({ problem, children }: { problem: unknown; children?: React.ReactNode }) => {
  const { t, i18n } = useTranslation()
  if (!isProblem(problem)) return null
  const { title, detail, rule, errors = [], since = [] } = problem
  return (
    <Alert color="red" variant="outline" role="alert" title={i18n.language === 'vi' ? title : detail}>
      {errors.length > 0 && (
        <List size="sm">
          {errors.map((error) => (
            <List.Item key={`${error.pointer} ${error.code}`}>{i18n.language === 'vi' ? error.vi : error.en}</List.Item>
          ))}
        </List>
      )}
      {rule !== undefined && (
        <Text size="sm" c="dimmed">
          {t('rule', { rule })}
        </Text>
      )}
      {since.length > 0 && (
        <>
          <Text size="sm">{t('meanwhile')}</Text>
          <List size="sm">
            {since.map(({ seq, at, actor, type }) => (
              <List.Item key={seq}>
                {minute(at)} · {t(`roles.${actor.role}`, actor.role)} · {t(`events.${type}`, type)}
              </List.Item>
            ))}
          </List>
        </>
      )}
      {children}
    </Alert>
  )
}
