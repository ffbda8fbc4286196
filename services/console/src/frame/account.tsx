import { Button, Menu, Text, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMandates } from './mandates.ts'
import { type Session, signInUrl, signOut } from './session.ts'

/** Whose session it is, and what can be done with it. */
export const Account = ({ session, here }: { session: Session; here: string }) => {
  const { t } = useTranslation()
  const { toggleColorScheme } = useMantineColorScheme()
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" size="compact-md">
          <Text truncate maw="12rem" size="sm">
            {session.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Mandates subject={session.subject} chosen={session.mandate} here={here} />
        <Menu.Item onClick={toggleColorScheme}>{t('dark')}</Menu.Item>
        <Menu.Item onClick={() => void signOut(false)}>{t('signOut')}</Menu.Item>
        <Menu.Item onClick={() => void signOut(true)}>{t('signOutEverywhere')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

type Chosen = { subject: string; chosen: string | null; here: string }

/** Somebody with several offices chooses one, or acts in whichever the permission table grants. */
const Mandates = ({ subject, chosen, here }: Chosen) => {
  const { t } = useTranslation()
  const { data } = useMandates(subject)
  const mandates = data ?? []
  if (mandates.length < 2) return null
  return (
    <>
      <Menu.Label>{t('actsAs')}</Menu.Label>
      <Menu.Item component="a" href={signInUrl(here)} fw={chosen === null ? 600 : undefined}>
        {t('allMandates')}
      </Menu.Item>
      {mandates.map(({ key, role, place }) => (
        <Menu.Item key={key} component="a" href={signInUrl(here, key)} fw={chosen === key ? 600 : undefined}>
          {t(`roles.${role}`)} – {place}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  )
}
