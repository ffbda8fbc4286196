import { placesOfRoute } from '@dossier/domain/route-places'
import { Anchor, Button, Checkbox, Group, List, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '../clients/catalogue.d.ts'
import { catalogue, orProblem } from '../frame/api.ts'
import { money } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { feesNow, LimitSaid } from './said.tsx'
import { today } from './today.ts'
import './words.ts'

type Version = components['schemas']['ProcedureVersion']

/** What a procedure asks and gives: steps, time, fees, papers to tick, and where. */
export const Procedure = () => {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/thu-tuc/$id' })
  const read = useQuery({
    queryKey: ['procedure', id],
    staleTime: 600_000,
    queryFn: async () => (await orProblem(catalogue.GET('/procedures/{id}', { params: { path: { id } } }))).version,
  })
  if (read.isPending) return <Text role="status">{t('loading')}</Text>
  if (read.isError) return <ProblemShown problem={read.error} />
  const version = read.data
  const { name, field, limit, route, receivedAt, ways, result, steps, conditions, legalBasis } = version
  const facts: [string, React.ReactNode][] = [
    [
      'time',
      <>
        <LimitSaid limit={limit.committed ?? limit.statutory} />
        {limit.committed === undefined &&
          typeof limit.statutory === 'string' &&
          route.map((stage) => (
            <Text key={stage.id} size="sm">
              {stage.name}: <LimitSaid limit={stage.committed ?? stage.statutory} />
            </Text>
          ))}
        {limit.variants.map((variant) => (
          <Text key={variant.id} size="sm">
            {variant.name}: <LimitSaid limit={variant.statutory} />
          </Text>
        ))}
        {limit.cutOff && <Text size="sm">{t('procedures.cutOff', { at: limit.cutOff.at })}</Text>}
      </>,
    ],
    ['fees', <Fees key="fees" version={version} />],
    ['where', receivedAt.map((level) => t(`procedures.levels.${level}`)).join(', ')],
    ['ways', ways.join('; ')],
    ['result', result.name],
  ]
  return (
    <Stack maw={900} mx="auto">
      <Anchor component={Link} to="/thu-tuc" className="screen">
        {t('procedures.title')}
      </Anchor>
      <Title order={1} size="h2">
        {name}
      </Title>
      <Text c="dimmed">
        {field.name} · {version.code}
      </Text>
      {isOpenOnline(version) && (
        <Group className="screen">
          <Button renderRoot={(root) => <Link {...root} to="/nop-truc-tuyen/$code" params={{ code: version.code }} />}>
            {t('apply.begin')}
          </Button>
        </Group>
      )}
      <Table variant="vertical" withTableBorder>
        <Table.Tbody>
          {facts.map(([what, value]) => (
            <Table.Tr key={what}>
              <Table.Th w="30%">{t(`procedures.${what}`)}</Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Papers version={version} />
      <Part title={t('procedures.steps')} lines={steps} />
      <RouteShown version={version} />
      <Part title={t('procedures.conditions')} lines={conditions} />
      <Part title={t('procedures.legalBasis')} lines={[...legalBasis, version.decision.number]} />
    </Stack>
  )
}

/** Whether one may apply for it online today. */
const isOpenOnline = ({ channels, validFrom, validTo }: Version): boolean => {
  const day = today()
  return channels.includes('online') && validFrom <= day && (validTo === null || day <= validTo)
}

const Fees = ({ version }: { version: Version }) => {
  const { t } = useTranslation()
  const now = feesNow(version.fees)
  if (now.length === 0) return t('procedures.free')
  return (
    <List listStyleType="none" size="sm">
      {now.map(({ id, name, amount, per, channels }) => (
        <List.Item key={id}>
          {name}: {money(amount)} {t(`procedures.per.${per}`)} (
          {channels.map((channel) => t(`procedures.channels.${channel}`)).join(', ')})
        </List.Item>
      ))}
    </List>
  )
}

/** What do I need: a list to tick at home, and to print. */
const Papers = ({ version: { components: papers, sets } }: { version: Version }) => {
  const { t } = useTranslation()
  const [had, setHad] = useState<readonly string[]>([])
  return (
    <section aria-labelledby="can-gi">
      <Group justify="space-between">
        <Title order={2} size="h4" id="can-gi">
          {t('procedures.papers')}
        </Title>
        <Button variant="default" className="screen" onClick={() => window.print()}>
          {t('procedures.print')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {t('procedures.papersHint', { had: had.length, of: papers.length, count: sets })}
      </Text>
      <Stack gap="sm">
        {papers.map(({ id, name, form, condition, presentOnly, required, originals, certifiedCopies, copies }) => (
          <Checkbox
            key={id}
            label={name}
            description={[
              !required && (condition ?? t('procedures.ifNeeded')),
              required && condition,
              presentOnly && t('procedures.presentOnly'),
              originals > 0 && t('procedures.originals', { count: originals }),
              certifiedCopies > 0 && t('procedures.certifiedCopies', { count: certifiedCopies }),
              copies > 0 && t('procedures.copies', { count: copies }),
              form,
            ]
              .filter((said) => typeof said === 'string')
              .join(' · ')}
            checked={had.includes(id)}
            onChange={({ currentTarget: { checked } }) =>
              setHad(checked ? [...had, id] : had.filter((one) => one !== id))
            }
          />
        ))}
      </Stack>
    </section>
  )
}

// Drawing libraries come to whoever asks for the picture.
const FlowPicture = lazy(async () => ({ default: (await import('../flow/picture.tsx')).FlowPicture }))

/** Which agencies the dossier passes through, drawn when asked for. */
const RouteShown = ({ version: { route, receivedAt } }: { version: Version }) => {
  const { t } = useTranslation()
  const [isShown, show] = useState(false)
  return (
    <section aria-label={t('procedures.route')} className="screen">
      <Button variant="default" aria-expanded={isShown} onClick={() => show(!isShown)} mb="xs">
        {t('procedures.route')}
      </Button>
      {isShown && (
        <Suspense fallback={<Text role="status">{t('loading')}</Text>}>
          <FlowPicture places={placesOfRoute({ route, receivedAt })} />
        </Suspense>
      )}
    </section>
  )
}

const Part = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <List>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </section>
  )
