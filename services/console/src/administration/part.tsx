import { Group, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import './words.ts'

const parts = [
  { to: '/quan-tri', word: 'organisations' },
  { to: '/quan-tri/can-bo', word: 'officers' },
  { to: '/quan-tri/thu-tuc', word: 'procedures' },
  { to: '/quan-tri/bieu-mau', word: 'templates' },
] as const

/** One part of the administration below the way to the others. */
export const Part = ({ part, children }: { part: (typeof parts)[number]['word']; children: React.ReactNode }) => {
  const { t } = useTranslation()
  return (
    <Stack gap="lg">
      <nav aria-label={t('administration.title')} className="screen">
        <Group gap="md">
          {parts.map(({ to, word }) => (
            <Link
              key={word}
              to={to}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ 'aria-current': 'page', style: { fontWeight: 600 } }}
            >
              {t(`administration.${word}`)}
            </Link>
          ))}
        </Group>
      </nav>
      <div>
        <Title order={1} size="h2">
          {t(`administration.${part}`)}
        </Title>
        <Text maw={720}>{t(`administration.lead.${part}`)}</Text>
      </div>
      {children}
    </Stack>
  )
}
