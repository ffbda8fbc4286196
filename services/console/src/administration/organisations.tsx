import { Group, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { components } from '../clients/catalogue.d.ts'
import { catalogue, orProblem } from '../frame/api.ts'
import { day, inDays } from '../frame/moments.ts'
import { useNames } from '../frame/names.ts'
import { plain } from '../frame/plain.ts'
import { Asked } from '../post/asked.tsx'
import { Part } from './part.tsx'

type Organisation = Pick<
  components['schemas']['Organisation'],
  'code' | 'name' | 'parent' | 'validFrom' | 'validTo' | 'successors'
>

/** The tree of agencies as it is on a day, and of those that had ended by then whose work went where. */
export const Organisations = () => {
  const { t } = useTranslation()
  const { ngay = inDays(0), q = '' } = useSearch({ from: '/quan-tri' })
  const navigate = useNavigate({ from: '/quan-tri' })
  const asked = useQuery({
    queryKey: ['administration', 'organisations'],
    queryFn: async () => (await orProblem(catalogue.GET('/organisations', {}))).organisations,
  })
  return (
    <Part part="organisations">
      <Group align="end">
        <TextInput
          type="date"
          label={t('administration.on')}
          value={ngay}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ search: (before) => ({ ...before, ngay: value }), replace: true })
          }
        />
        <TextInput
          type="search"
          label={t('administration.find')}
          value={q}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ search: (before) => ({ ...before, q: value }), replace: true })
          }
        />
      </Group>
      <Asked of={asked}>{(all) => <Tree all={all} on={ngay} words={plain(q)} />}</Asked>
    </Part>
  )
}

const Tree = ({ all, on, words }: { all: readonly Organisation[]; on: string; words: string }) => {
  const { t } = useTranslation()
  const fits = ({ name, code }: Organisation) => plain(`${code} ${name}`).includes(words)
  const present = all.filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo))
  const ended = all.filter((one) => one.validTo !== null && one.validTo < on && fits(one))
  const known = new Set(present.map(({ code }) => code))
  const roots = present.filter(({ parent }) => parent === null || !known.has(parent))
  const found = present.filter(fits)
  return (
    <Stack gap="lg">
      <Text role="status">
        {t('administration.counted', { count: found.length, ended: ended.length, on: day(on) })}
      </Text>
      {words === '' ? (
        <Branches rows={roots} all={present} depth={0} />
      ) : (
        <Stack component="ul" gap={4} className="cards">
          {found.map((one) => (
            <li key={one.code}>
              <Said one={one} />
            </li>
          ))}
        </Stack>
      )}
      {ended.length > 0 && (
        <details>
          <summary>{t('administration.ended', { count: ended.length })}</summary>
          <Stack component="ul" gap={4} className="cards" mt="xs">
            {ended.map((one) => (
              <li key={one.code}>
                <Said one={one} />
              </li>
            ))}
          </Stack>
        </details>
      )}
    </Stack>
  )
}

const openUntil = 1
type Grown = { rows: readonly Organisation[]; all: readonly Organisation[]; depth: number }
const Branches = ({ rows, all, depth }: Grown) => (
  <Stack component="ul" gap={4} className="cards" pl={depth === 0 ? 0 : 'md'}>
    {rows.map((one) => {
      const below = all.filter(({ parent }) => parent === one.code)
      return (
        <li key={one.code}>
          {below.length === 0 ? (
            <Said one={one} />
          ) : (
            <details open={depth < openUntil}>
              <summary>
                <Said one={one} /> ({below.length})
              </summary>
              <Branches rows={below} all={all} depth={depth + 1} />
            </details>
          )}
        </li>
      )
    })}
  </Stack>
)

const Said = ({ one: { code, name, validFrom, validTo, successors } }: { one: Organisation }) => {
  const { t } = useTranslation()
  const names = useNames()
  return (
    <>
      {name}{' '}
      <Text span size="sm" c="dimmed">
        {code} ·{' '}
        {validTo === null
          ? t('administration.since', { from: day(validFrom) })
          : t('administration.between', { from: day(validFrom), to: day(validTo) })}
        {successors.length > 0 &&
          ` · ${t('administration.succeeded', { by: successors.map((by) => names.get(by) ?? by).join(', ') })}`}
      </Text>
    </>
  )
}
