import { Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { minute } from '../frame/moments.ts'
import type { Seen } from './seen.ts'

type Shown = { lines: Seen['timeline']; place: (code: string) => string }

/** What happened, newest first: when, who in which capacity, what. */
export const Timeline = ({ lines, place }: Shown) => {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="dien-bien">
      <Title order={2} size="h4" id="dien-bien">
        {t('dossier.timeline')}
      </Title>
      <Table>
        <Table.Tbody>
          {lines.toReversed().map(({ seq, at, actor, event, note }) => (
            <Table.Tr key={seq}>
              <Table.Td className="narrow">{minute(at)}</Table.Td>
              <Table.Td>
                {t(`events.${event.type}`, event.type)}
                {note !== null && (
                  <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                    {note}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                {t(`roles.${actor.role}`, actor.role)}
                {actor.organisation !== 'system' && actor.organisation !== 'citizen' && (
                  <Text size="sm" c="dimmed">
                    {place(actor.organisation)}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
