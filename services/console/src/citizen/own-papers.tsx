import { Anchor, List, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import './words.ts'
import type { components } from '../clients/postal.d.ts'
import type { Seen } from '../dossier/seen.ts'
import { intake, isProblem, orProblem, postal } from '../frame/api.ts'
import { minute } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { useComponents } from '../officer/choices-by-name.ts'

type Shown = { dossier: Seen; place: (code: string) => string }

/** What was handed in, and where each original, and the result, is now. */
export const OwnPapers = ({ dossier, place }: Shown) => {
  const { t } = useTranslation()
  const names = new Map(useComponents(dossier, true).map(({ value, label }) => [value, label]))
  const lodged = useQuery({
    queryKey: ['dossier', dossier.id, 'application'],
    queryFn: () => orProblem(intake.GET('/applications/{id}', { params: { path: { id: dossier.id } } })),
  })
  const kept = useQuery({
    queryKey: ['dossier', dossier.id, 'custody'],
    queryFn: async () => {
      const params = { path: { dossierId: dossier.id } }
      return (await orProblem(postal.GET('/dossiers/{dossierId}/custody', { params }))).papers
    },
  })
  // A dossier of copies and files alone has nothing to be kept.
  const nothingKept = isProblem(kept.error) && kept.error.status === 404
  const { components: handed = {}, uploads = [] } = lodged.data ?? {}
  return (
    <>
      <section>
        <Title order={2} size="h4">
          {t('mine.papers')}
        </Title>
        {lodged.isError && <ProblemShown problem={lodged.error} />}
        <List>
          {Object.entries(handed).map(([id, counts]) => (
            <List.Item key={id}>
              {names.get(id) ?? id}
              {(['originals', 'certifiedCopies', 'copies'] as const)
                .filter((kind) => counts[kind] > 0)
                .map((kind) => ` · ${t(`mine.${kind}`, { count: counts[kind] })}`)}
              {uploads
                .filter(({ component }) => component === id)
                .map(({ uploadId, name }) => (
                  <Text key={uploadId} size="sm">
                    <Anchor href={`/api/intake/uploads/${uploadId}/content`} target="_blank">
                      {name}
                    </Anchor>
                  </Text>
                ))}
            </List.Item>
          ))}
        </List>
      </section>
      {(kept.data ?? []).length > 0 && (
        <section>
          <Title order={2} size="h4">
            {t('mine.whereNow')}
          </Title>
          <List>
            {kept.data?.map(({ paper, kind, component, isVoid, chain }) => {
              const last = chain.at(-1)
              return (
                <List.Item key={paper}>
                  {kind === 'result' ? t('mine.result') : (names.get(component) ?? component)}
                  {last !== undefined && (
                    <>
                      {' · '}
                      <strong>{t(`mine.at.${last.custodian.kind}`, where(last.custodian, place))}</strong>{' '}
                      {t('mine.since', { at: minute(last.since) })}
                    </>
                  )}
                  {isVoid && ` · ${t('mine.isVoid')}`}
                </List.Item>
              )
            })}
          </List>
        </section>
      )}
      {kept.isError && !nothingKept && <ProblemShown problem={kept.error} />}
    </>
  )
}

const where = (custodian: components['schemas']['Custodian'], place: (code: string) => string) => ({
  place: 'organisation' in custodian ? place(custodian.organisation) : '',
  parcel: 'parcel' in custodian ? custodian.parcel : '',
})
