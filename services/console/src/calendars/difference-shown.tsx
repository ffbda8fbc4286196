import { Alert, List, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { components } from '../clients/catalogue.d.ts'
import { day } from '../frame/moments.ts'

type Preview = components['schemas']['NoticePreview']

/** What changes in the calendar, day by day, and what stands against publishing it. */
export const DifferenceShown = ({ preview, isDraft }: { preview: Preview; isDraft: boolean }) => {
  const { t, i18n } = useTranslation()
  const { before, after, difference, problems } = preview
  const { announced, offAdded, offRemoved, workedAdded, workedRemoved } = difference
  const lines = [
    ...announced.map((year) => t('calendars.announcedYear', { year })),
    ...offAdded.map((one) => line('added', 'off', one)),
    ...offRemoved.map((one) => line('removed', 'off', one)),
    ...workedAdded.map((one) => line('added', 'worked', one)),
    ...workedRemoved.map((one) => line('removed', 'worked', one)),
  ]
  function line(change: 'added' | 'removed', kind: 'off' | 'worked', one: { day: string; name: string }) {
    return `${t(`calendars.${change}`)}: ${day(one.day)}, ${t(`calendars.${kind}`)} (${one.name})`
  }
  return (
    <section aria-labelledby="thay-doi">
      <Title order={2} size="h4" id="thay-doi">
        {t('calendars.changes')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t(isDraft ? 'calendars.changesDraft' : 'calendars.changesDone', { before, after })}
      </Text>
      {problems.length > 0 ? (
        <Alert color="red" variant="outline" role="alert" title={t('calendars.against')}>
          <List size="sm">
            {problems.map((one) => (
              <List.Item key={`${one.pointer} ${one.code}`}>{i18n.language === 'vi' ? one.vi : one.en}</List.Item>
            ))}
          </List>
        </Alert>
      ) : (
        <List>
          {lines.map((one) => (
            <List.Item key={one}>{one}</List.Item>
          ))}
        </List>
      )}
    </section>
  )
}
