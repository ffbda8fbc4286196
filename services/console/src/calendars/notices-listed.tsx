import { Table, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { day } from '../frame/moments.ts'
import { WideTable } from '../frame/wide-table.tsx'
import { Asked } from '../post/asked.tsx'
import { useNotices } from './asked.ts'
import { useLayer } from './days-shown.tsx'

/** Notices, drafts first, with their document and the day they were announced. */
export const NoticesListed = () => {
  const { t } = useTranslation()
  const layerOf = useLayer()
  const asked = useNotices()
  return (
    <section aria-labelledby="thong-bao">
      <Title order={2} size="h4" id="thong-bao" mb="xs">
        {t('calendars.notices')}
      </Title>
      <Asked of={asked}>
        {(notices) =>
          notices.length === 0 ? (
            <Text role="status">{t('calendars.noNotices')}</Text>
          ) : (
            <WideTable label={t('calendars.notices')} minWidth={640}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('calendars.about')}</Table.Th>
                  <Table.Th>{t('calendars.number')}</Table.Th>
                  <Table.Th>{t('calendars.layer')}</Table.Th>
                  <Table.Th>{t('calendars.known')}</Table.Th>
                  <Table.Th>{t('calendars.state')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {notices
                  .toSorted((a, b) => rank(a) - rank(b) || (known(a) > known(b) ? -1 : 1))
                  .map(({ id, about, document, layer, knownSince, state }) => (
                    <Table.Tr key={id}>
                      <Table.Td>
                        <Link to="/lich-lam-viec/thong-bao/$noticeId" params={{ noticeId: id }}>
                          {about}
                        </Link>
                      </Table.Td>
                      <Table.Td>{document.number}</Table.Td>
                      <Table.Td>{layerOf(layer)}</Table.Td>
                      <Table.Td className="narrow">
                        {knownSince === null ? t('calendars.alwaysKnown') : day(knownSince)}
                      </Table.Td>
                      <Table.Td className="narrow">{t(`calendars.states.${state}`)}</Table.Td>
                    </Table.Tr>
                  ))}
              </Table.Tbody>
            </WideTable>
          )
        }
      </Asked>
    </section>
  )
}

const rank = ({ state }: { state: 'draft' | 'published' }) => (state === 'draft' ? 0 : 1)
const known = ({ knownSince }: { knownSince: string | null }) => knownSince ?? ''
