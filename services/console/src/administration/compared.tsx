import { Table, Text, Title } from '@mantine/core'
import { versionDifferences } from '@dossier/domain/procedure-difference'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { catalogue, orProblem } from '../frame/api.ts'
import { day } from '../frame/moments.ts'
import { WideTable } from '../frame/wide-table.tsx'
import { Asked } from '../post/asked.tsx'

const isDay = /^\d{4}-\d{2}-\d{2}$/

const useVersion = (id: string) =>
  useQuery({
    queryKey: ['administration', 'version', id],
    queryFn: async () => (await orProblem(catalogue.GET('/procedures/{id}', { params: { path: { id } } }))).version,
  })

/** What two versions say differently, in words and side by side. */
export const Compared = ({ before, after }: { before: string; after: string }) => {
  const { t, i18n } = useTranslation()
  const [was, is] = [useVersion(before), useVersion(after)]
  const said = (value: unknown): string => {
    if (value === undefined) return t('administration.absent')
    if (value === null) return t('administration.noEnd')
    if (typeof value === 'boolean') return t(value ? 'administration.yes' : 'administration.no')
    if (typeof value === 'number') return value.toLocaleString(i18n.language)
    if (typeof value === 'string' && isDay.test(value)) return day(value)
    if (typeof value === 'string') return t(`administration.values.${value.replaceAll(/[.:]/g, '-')}`, value)
    if (Array.isArray(value)) return value.map(said).join('; ')
    const { name, title } = Object(value)
    if (typeof name === 'string') return name
    if (typeof title === 'string') return title
    return Object.values(Object(value)).map(said).join(' ')
  }
  const member = (name: string) => t(`administration.members.${name.replaceAll(/[.:$]/g, '-')}`, name)
  return (
    <section aria-labelledby="khac-nhau">
      <Title order={2} size="h4" id="khac-nhau" mb="xs">
        {t('administration.differences')}
      </Title>
      <Asked of={was}>
        {(one) => (
          <Asked of={is}>
            {(other) => {
              const found = versionDifferences(one, other)
              return found.length === 0 ? (
                <Text role="status">{t('administration.same')}</Text>
              ) : (
                <>
                  <Text role="status">{t('administration.found', { count: found.length })}</Text>
                  <WideTable label={t('administration.differences')} minWidth={720}>
                    <Table.Thead>
                      <Table.Tr>
                        <Table.Th>{t('administration.what')}</Table.Th>
                        <Table.Th>{t('administration.before')}</Table.Th>
                        <Table.Th>{t('administration.after')}</Table.Th>
                      </Table.Tr>
                    </Table.Thead>
                    <Table.Tbody>
                      {found.map((each) => (
                        <Table.Tr key={each.path.join('/')}>
                          <Table.Td>{each.path.map(member).join(' › ')}</Table.Td>
                          <Table.Td>{said(each.before)}</Table.Td>
                          <Table.Td>{said(each.after)}</Table.Td>
                        </Table.Tr>
                      ))}
                    </Table.Tbody>
                  </WideTable>
                </>
              )
            }}
          </Asked>
        )}
      </Asked>
    </section>
  )
}
