import { Anchor, Button, Group, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMandates } from './mandates.ts'
import { waysFor } from './ways.ts'

/** The ways to one's work: side by side where there is room, else behind one button. */
export const WaysShown = ({ subject }: { subject: string }) => {
  const { t } = useTranslation()
  const { data: held = [] } = useMandates(subject)
  const shown = waysFor(
    subject,
    held.map(({ role }) => role),
  )
  return (
    <nav aria-label={t('ways.title')}>
      <Group gap="md" visibleFrom="md" wrap="nowrap">
        {shown.map(({ to, word }) => (
          <Anchor
            key={to}
            component={Link}
            to={to}
            activeProps={{ 'aria-current': 'page', style: { fontWeight: 600 } }}
          >
            {t(word)}
          </Anchor>
        ))}
      </Group>
      {shown.length > 0 && (
        <Menu>
          <Menu.Target>
            <Button variant="subtle" size="compact-md" hiddenFrom="md">
              {t('ways.title')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {shown.map(({ to, word }) => (
              <Menu.Item key={to} component={Link} to={to}>
                {t(word)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  )
}
