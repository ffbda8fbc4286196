import { Button, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { signInUrl, useSession } from '../frame/session.ts'
import './words.ts'

type Led = { here: string; title?: string; word?: string; children: React.ReactNode }

/** What only its owner may see: whoever is not signed in is led to signing in, and back to this page. */
export const SignInFirst = ({ here, title, word, children }: Led) => {
  const { t } = useTranslation()
  const { data: session, isPending } = useSession()
  if (isPending) return <Text role="status">{t('loading')}</Text>
  if (session) return children
  return (
    <Stack maw={640} mx="auto" align="start">
      <Title order={1}>{title ?? t('mine.title')}</Title>
      <Button component="a" href={signInUrl(here)}>
        {word ?? t('mine.signIn')}
      </Button>
    </Stack>
  )
}
