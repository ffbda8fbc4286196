import { Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { catalogue, orProblem } from '../frame/api.ts'
import { day } from '../frame/moments.ts'
import { Asked } from '../post/asked.tsx'
import { Compared } from './compared.tsx'
import { Part } from './part.tsx'
import { PublishDraft } from './publish-draft.tsx'

const listOf = async (state: 'draft' | 'published') =>
  (await orProblem(catalogue.GET('/procedures', { params: { query: { state } } }))).procedures.map((one) => ({
    ...one,
    state,
  }))

/** Versions of procedures and their drafts; two of them compared; a draft published after that. */
export const ProcedureVersions = () => {
  const { t } = useTranslation()
  const { truoc, sau } = useSearch({ from: '/quan-tri/thu-tuc' })
  const navigate = useNavigate({ from: '/quan-tri/thu-tuc' })
  const asked = useQuery({
    queryKey: ['administration', 'procedures'],
    queryFn: async () => [...(await listOf('draft')), ...(await listOf('published'))],
  })
  return (
    <Part part="procedures">
      <Asked of={asked}>
        {(versions) => {
          const inOrder = versions.toSorted((a, b) => a.name.localeCompare(b.name, 'vi') || (a.id < b.id ? -1 : 1))
          const choices = inOrder.map(({ id, name, validFrom, validTo, state }) => ({
            value: id,
            label: `${name} · ${id.split('@')[0]} · ${
              validTo === null
                ? t('administration.since', { from: day(validFrom) })
                : t('administration.between', { from: day(validFrom), to: day(validTo) })
            }${state === 'draft' ? ` · ${t('administration.draft')}` : ''}`,
          }))
          const none = { value: '', label: t('administration.choose') }
          return (
            <Stack gap="lg">
              <Text role="status">
                {t('administration.versions', {
                  count: versions.length,
                  procedures: new Set(versions.map(({ code }) => code)).size,
                  drafts: versions.filter(({ state }) => state === 'draft').length,
                })}
              </Text>
              <Group align="end" grow preventGrowOverflow={false}>
                <NativeSelect
                  label={t('administration.before')}
                  value={truoc ?? ''}
                  data={[none, ...choices]}
                  onChange={({ currentTarget: { value } }) =>
                    void navigate({ search: (old) => ({ ...old, truoc: value }), replace: true, resetScroll: false })
                  }
                />
                <NativeSelect
                  label={t('administration.after')}
                  value={sau ?? ''}
                  data={[none, ...choices]}
                  onChange={({ currentTarget: { value } }) =>
                    void navigate({ search: (old) => ({ ...old, sau: value }), replace: true, resetScroll: false })
                  }
                />
              </Group>
              {truoc !== undefined && sau !== undefined && <Compared before={truoc} after={sau} />}
              {versions.some(({ state }) => state === 'draft') && (
                <section aria-labelledby="du-thao">
                  <Title order={2} size="h4" id="du-thao" mb="xs">
                    {t('administration.drafts')}
                  </Title>
                  {inOrder
                    .filter(({ state }) => state === 'draft')
                    .map(({ id, name, validFrom }) => (
                      <PublishDraft key={id} id={id} name={name} from={validFrom} />
                    ))}
                </section>
              )}
              <Text size="sm" c="dimmed">
                {t('administration.loaded')}
              </Text>
            </Stack>
          )
        }}
      </Asked>
    </Part>
  )
}
