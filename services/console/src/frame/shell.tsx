import { Anchor, AppShell, Button, Group } from '@mantine/core'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Offline } from './offline.tsx'
import { signInUrl, useSession } from './session.ts'
import { changeLanguage } from './words.ts'

// Whoever only looks has no need of these.
const WaysShown = lazy(async () => ({ default: (await import('./ways-shown.tsx')).WaysShown }))
const Account = lazy(async () => ({ default: (await import('./account.tsx')).Account }))
const SessionEnd = lazy(async () => ({ default: (await import('./session-end.tsx')).SessionEnd }))

/** What is around every page: whose session it is, in which capacity, and the way to one's work. */
export const Shell = () => {
  const { t, i18n } = useTranslation()
  const { data: session } = useSession()
  const here = useRouterState({ select: ({ location }) => location.href })
  const [hasBegun, begin] = useState(false)
  useEffect(() => {
    if (session) begin(true)
  }, [session])
  const isOfficer = session?.subject.startsWith('officer:') === true
  return (
    <AppShell header={{ height: 56 }} padding="md">
      <a className="skip" href="#noi-dung">
        {t('skip')}
      </a>
      <AppShell.Header className="screen">
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap">
            <Anchor component={Link} to="/" fw={600} underline="never" className={isOfficer ? 'wide' : ''}>
              {t('product')}
            </Anchor>
            {session && (
              <Suspense>
                <WaysShown subject={session.subject} />
              </Suspense>
            )}
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Button
              variant="subtle"
              size="compact-sm"
              visibleFrom="xs"
              onClick={() => void changeLanguage(i18n.language === 'vi' ? 'en' : 'vi')}
            >
              {t('language')}
            </Button>
            {session ? (
              <Suspense fallback={session.name}>
                <Account session={session} here={here} />
              </Suspense>
            ) : (
              <Button component="a" size="compact-md" href={signInUrl(here)}>
                {t('signIn')}
              </Button>
            )}
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main id="noi-dung" tabIndex={-1}>
        <Offline />
        <Outlet />
      </AppShell.Main>
      {hasBegun && (
        <Suspense>
          <SessionEnd />
        </Suspense>
      )}
    </AppShell>
  )
}
