import { Alert, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { catalogue, orProblem } from '../frame/api.ts'
import { plain } from '../frame/plain.ts'
import { Asked } from '../post/asked.tsx'
import { usePosted } from './ask.ts'
import { Particulars } from './particulars.tsx'
import type { Taken } from './registered.tsx'

type Shown = { desk: string; onRegistered: (taken: Taken) => void }

/** The procedure first, found without accents; then what it asks. */
export const WalkInForm = ({ desk, onRegistered }: Shown) => {
  const { t } = useTranslation()
  const [procedure, setProcedure] = useState<string | null>(null)
  const procedures = useProceduresToday()
  const posted = usePosted(procedure, desk)
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {t('atDesk.keys')}
      </Text>
      <Select
        label={t('atDesk.procedure')}
        description={t('atDesk.procedureHint')}
        placeholder={procedures.isPending ? t('loading') : ''}
        searchable
        autoFocus
        selectFirstOptionOnChange
        withAsterisk
        data={procedures.data ?? []}
        filter={({ options, search }) => {
          const words = plain(search).split(/\s+/)
          return options.filter((option) => {
            const label = 'label' in option ? plain(option.label) : ''
            return words.every((word) => label.includes(word))
          })
        }}
        limit={50}
        nothingFoundMessage={t('atDesk.noProcedure')}
        value={procedure}
        onChange={setProcedure}
      />
      {procedure !== null && (
        <Asked of={posted}>
          {(found) => (
            <>
              {!found.desks.some(({ code }) => code === desk) && (
                <Alert color="red" variant="outline" role="alert" title={t('atDesk.notHere')} />
              )}
              <Particulars key={found.version} posted={found} desk={desk} onRegistered={onRegistered} />
            </>
          )}
        </Asked>
      )}
    </Stack>
  )
}

const useProceduresToday = () =>
  useQuery({
    queryKey: ['procedures', 'choices'],
    staleTime: 600_000,
    queryFn: async () => {
      const { procedures } = await orProblem(catalogue.GET('/procedures', {}))
      const named = new Map(procedures.map(({ code, name }) => [code, name]))
      return [...named].map(([value, name]) => ({ value, label: `${name} (${value})` }))
    },
  })
