import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import './words.ts'
import type { components } from '../clients/catalogue.d.ts'
import { day } from '../frame/moments.ts'
import { Asked } from '../post/asked.tsx'
import { useCalendars, useMayWrite } from './asked.ts'
import { byDay, DaysShown, type NamedDay } from './days-shown.tsx'
import { NoticesListed } from './notices-listed.tsx'
import { Recount } from './recount.tsx'

type Version = components['schemas']['CalendarVersion']

/** The calendar that counts, its years day by day with what each day rests on, and the notices that make the next one. */
export const Calendars = () => {
  const { t } = useTranslation()
  const mayWrite = useMayWrite()
  const asked = useCalendars()
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="start">
        <div>
          <Title order={1} size="h2">
            {t('calendars.title')}
          </Title>
          <Text maw={720}>{t('calendars.lead')}</Text>
        </div>
        {mayWrite && (
          <Button component={Link} to="/lich-lam-viec/soan" className="screen">
            {t('calendars.write')}
          </Button>
        )}
      </Group>
      <Asked of={asked}>
        {({ calendars, newest }) => (
          <>
            <section aria-labelledby="dang-ap-dung">
              <Title order={2} size="h4" id="dang-ap-dung">
                {t('calendars.inForce', { version: newest.version })}
              </Title>
              <Text size="sm">
                {t('calendars.publishedOn', { on: day(newest.publishedOn) })} ·{' '}
                {t('calendars.cause', { cause: newest.cause })}
              </Text>
              {mayWrite && <Recount version={newest.version} />}
            </section>
            <NoticesListed />
            <YearShown version={newest} />
            <section aria-labelledby="phien-ban">
              <Title order={2} size="h4" id="phien-ban" mb="xs">
                {t('calendars.versions')}
              </Title>
              <Stack component="ul" gap={4} className="cards">
                {calendars.toReversed().map(({ version, publishedOn, cause, years }) => (
                  <li key={version}>
                    <b>{version}</b> · {day(publishedOn)} · {t('calendars.years')} {Math.min(...years)}–
                    {Math.max(...years)} · {cause}
                  </li>
                ))}
              </Stack>
            </section>
          </>
        )}
      </Asked>
    </Stack>
  )
}

const YearShown = ({ version: { years, notices = [] } }: { version: Version }) => {
  const { t } = useTranslation()
  const { nam } = useSearch({ from: '/lich-lam-viec' })
  const navigate = useNavigate({ from: '/lich-lam-viec' })
  const thisYear = new Date().getFullYear()
  const year = years.find((one) => one.year === (nam ?? thisYear)) ?? years.at(-1)
  if (year === undefined) return null
  const ofProvinces = notices.filter(({ layer }) => layer.is === 'province')
  const days: NamedDay[] = [
    ...year.off.map(({ why, notice, ...one }) => ({ ...one, kind: why, basis: notice })),
    ...year.worked.map(({ notice, ...one }) => ({ ...one, kind: 'worked' as const, basis: notice })),
    ...ofProvinces.flatMap(({ off, worked, document: { number: basis }, knownSince, layer }) => [
      ...off.map(({ why, ...one }) => ({ ...one, kind: why, basis, knownSince, layer })),
      ...worked.map((one) => ({ ...one, kind: 'worked' as const, basis, knownSince, layer })),
    ]),
  ].filter((one) => one.day.startsWith(`${year.year}-`))
  return (
    <section aria-labelledby="ngay-trong-nam">
      <Group justify="space-between" align="end" mb="xs">
        <Title order={2} size="h4" id="ngay-trong-nam">
          {t('calendars.yearOff', { year: year.year })}
        </Title>
        <NativeSelect
          label={t('calendars.year')}
          value={year.year}
          data={years.map((one) => String(one.year)).toReversed()}
          onChange={({ currentTarget }) =>
            void navigate({ search: { nam: Number(currentTarget.value) }, replace: true, resetScroll: false })
          }
        />
      </Group>
      {year.provisional && <Text role="status">{t('calendars.provisional')}</Text>}
      <DaysShown days={byDay(days)} withBasis />
    </section>
  )
}
