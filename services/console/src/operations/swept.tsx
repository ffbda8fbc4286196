import { Anchor, List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { minute } from '../frame/moments.ts'
import type { Pulse } from './pulse.ts'
import { Section } from './section.tsx'

/** What the ledger's sweeper did because the conductor had not: none is as it should be. */
export const SweptShown = ({ swept }: Pick<Pulse, 'swept'>) => {
  const { t } = useTranslation()
  return (
    <Section title={t('operations.swept')} asked={swept !== null}>
      <Text>{t('operations.sweptToday', { count: swept?.lastDay ?? 0 })}</Text>
      <List>
        {swept?.latest.map(({ dossier, kind, dueAt, at }) => (
          <List.Item key={`${dossier} ${kind} ${dueAt}`}>
            <Anchor href={`/ho-so/${dossier}`}>{dossier}</Anchor>: {t(`alarms.${kind}`, kind)} ·{' '}
            {t('operations.sweptAt', { due: minute(dueAt), at: minute(at) })}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
