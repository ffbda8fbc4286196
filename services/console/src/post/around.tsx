import { Anchor, Group, Select, Stack, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './words.ts'

const pages = [
  ['/buu-cuc', 'post.parcels'],
  ['/buu-cuc/nhan-ho-so', 'post.collect'],
  ['/buu-cuc/chuyen-thu', 'post.trips'],
  ['/buu-cuc/su-co', 'post.incidents'],
  ['/buu-cuc/khieu-nai', 'post.complaints'],
  ['/buu-cuc/boi-thuong', 'post.compensation'],
  ['/buu-cuc/bat-kha-khang', 'post.forceMajeure'],
] as const

type Props = {
  title: string
  places?: readonly (readonly [string, string])[]
  office?: string
  onOffice?: (code: string) => void
  children: ReactNode
}

/** What is around each page of the counter: its name, the ways to the others, the office it is about. */
export const Around = ({ title, places = [], office = '', onOffice, children }: Props) => {
  const { t } = useTranslation()
  return (
    <Stack>
      <Group component="nav" aria-label={t('post.counter')} className="screen" gap="lg">
        {pages.map(([to, word]) => (
          <Anchor
            key={to}
            component={Link}
            to={to}
            activeOptions={{ exact: true }}
            activeProps={{ 'aria-current': 'page', style: { fontWeight: 600 } }}
          >
            {t(word)}
          </Anchor>
        ))}
      </Group>
      <Title order={1} size="h2">
        {title}
      </Title>
      {places.length > 1 && (
        <Select
          className="screen"
          maw={420}
          label={t('post.office')}
          data={places.map(([value, label]) => ({ value, label }))}
          value={office}
          allowDeselect={false}
          onChange={(value) => value !== null && onOffice?.(value)}
        />
      )}
      {children}
    </Stack>
  )
}
