import { Select, Stack, Title } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import './words.ts'
import { CountTogether } from './count-together.tsx'
import { usePlaces } from './offices.ts'
import { FindDelivery } from './find-delivery.tsx'
import { Packing } from './packing.tsx'
import { SignRecord } from './sign-record.tsx'
import { UnsignedRecords } from './unsigned-records.tsx'

/** Where desk and courier meet: results to pack, parcels to count together, the record both sign. */
export const AtDesk = () => {
  const { t } = useTranslation()
  const search = useSearch({ from: '/giao-nhan' })
  const navigate = useNavigate({ from: '/giao-nhan' })
  const desk = usePlaces(search.office, false)
  const post = usePlaces(search.office, true)
  const isOfThePost = post.places.length > 0
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('post.atDesk')}
      </Title>
      {desk.places.length > 1 && (
        <Select
          maw={420}
          label={t('post.office')}
          data={desk.places.map(([value, label]) => ({ value, label }))}
          value={desk.office}
          allowDeselect={false}
          onChange={(office) => office !== null && void navigate({ search: { office }, replace: true })}
        />
      )}
      {isOfThePost && <SignRecord key={`sign ${post.office}`} office={post.office} />}
      {desk.places.length > 0 && (
        <>
          <CountTogether key={`count ${desk.office}`} desk={desk.office} />
          <UnsignedRecords office={desk.office} />
          <Packing key={`pack ${desk.office}`} desk={desk.office} />
          <FindDelivery />
        </>
      )}
    </Stack>
  )
}
