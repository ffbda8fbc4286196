import { NativeSelect, SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { catalogue, orProblem } from '../frame/api.ts'
import type { Around } from './draft-form.tsx'

/** For whom a notice speaks: the country, or one province that exists. */
export const LayerChosen = ({ notice, onChange, wrong }: Around) => {
  const { t } = useTranslation()
  const { data: provinces = [] } = useQuery({
    queryKey: ['calendars', 'provinces'],
    staleTime: Infinity,
    queryFn: async () => {
      const query = { level: 'province', function: 'peoples-committee' } as const
      const { organisations } = await orProblem(catalogue.GET('/organisations', { params: { query } }))
      return organisations.filter(({ validTo }) => validTo === null)
    },
  })
  const { layer } = notice
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <NativeSelect
        label={t('calendars.layer')}
        value={layer.is === 'nation' ? '' : layer.province}
        error={wrong('/layer/province')}
        data={[
          { value: '', label: t('calendars.nation') },
          ...provinces.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...notice, layer: value === '' ? { is: 'nation' } : { is: 'province', province: value } })
        }
      />
    </SimpleGrid>
  )
}
